// For `node --test`: prints what failed, and at the end one line "#counts PASSED FAILED SKIPPED".
// Suites, and the files that older versions of Node.js count as tests, are not tests.
import { basename } from 'node:path'

const isFile = (event) => event.nesting === 0 && /[._]test\.mjs$/.test(basename(event.name))

export default async function* report(source) {
    let passed = 0
    let failed = 0
    let skipped = 0
    for await (const { type, data } of source) {
        if (type === 'test:diagnostic' || type === 'test:start') continue
        if (type === 'test:stderr' || type === 'test:stdout') {
            yield data.message
            continue
        }
        if (type !== 'test:pass' && type !== 'test:fail') continue
        const error = data.details?.error
        const onlyItsParts = error?.failureType === 'subtestsFailed'
        if (type === 'test:fail' && !onlyItsParts) {
            failed += 1
            const cause = error?.cause ?? error
            yield `FAILED ${data.name}\n${cause?.stack ?? cause?.message ?? cause}\n`
        } else if (data.details?.type === 'suite' || isFile(data)) {
            continue
        } else if (data.skip !== undefined || data.todo !== undefined) {
            // Not asked for is not skipped.
            if (/does not match pattern/.test(data.skip)) continue
            skipped += 1
            yield `skipped ${data.name}: ${data.skip ?? data.todo}\n`
        } else if (type === 'test:pass') {
            passed += 1
        }
    }
    yield `#counts ${passed} ${failed} ${skipped}\n`
}
