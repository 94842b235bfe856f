// A demonstration lab of one's own for a file of browser tests: one server on a free port, one folder that goes
// away at the end, one browser. Every page notes what no page may do: an error, a broken rule, an answer 500.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const program = resolve(root, process.env.FABNUM_PROGRAM ?? process.env.FABNUM ?? 'build/test/fabnum')
const slowest_start = 120_000

export const browser_flags = [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'
]

// A photo of the demonstration, to be sent as somebody's own.
export const photo = (name) => join(root, 'assets/demo', name)
export const root_folder = root

export async function free_port() {
    const server = createServer()
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address()
    await new Promise((ready) => server.close(ready))
    return port
}

// "  participant (lead): Yanis Benali" and, on the next line, the address: what the program says when it starts.
export function ways_in(said) {
    const ways = {}
    const line = /^ {2}([^:\n]+): (.+)\n {4}https?:\/\/[^/]+(\/\S+)$/gm
    for (const [, role, who, path] of said.matchAll(line)) ways[role] = { who, path }
    return ways
}

// The lab's own database beside the one that FABNUM_TEST_POSTGRES names, when the tests run on PostgreSQL.
function database_of(folder) {
    if (process.env.FABNUM_BROWSER_ENGINE !== 'postgres') return []
    const cluster = process.env.FABNUM_TEST_POSTGRES
    assert.ok(cluster, 'tools/run_tests starts a PostgreSQL for these tests')
    const name = basename(folder).replace(/\W/g, '_').toLowerCase()
    const known = execFileSync('psql', ['-qtA', '-d', cluster, '-c', `SELECT 1 FROM pg_database WHERE datname = '${name}'`])
    if (known.toString().trim() === '') execFileSync('psql', ['-q', '-d', cluster, '-c', `CREATE DATABASE ${name}`])
    return ['--database', cluster.replace(/\/postgres(\?|$)/, `/${name}$1`)]
}

// `at`: the time in Paris that the lab believes it is, "2026-11-24T09:30"; now, when there is none.
async function started(port, folder, at) {
    const when = at ? ['--at', at] : []
    const server = spawn(program, ['serve', '--data', folder, '--listen', `127.0.0.1:${port}`, '--demo', ...when, ...database_of(folder)],
                         { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complaints = ''
    server.stderr.on('data', (text) => (complaints += text))
    await new Promise((ready, fail) => {
        const late = setTimeout(() => fail(new Error(`the server did not start:\n${said}${complaints}`)), slowest_start)
        server.stdout.on('data', (text) => {
            said += text
            if (!said.includes('fabnum listens')) return
            clearTimeout(late)
            ready()
        })
        server.on('error', fail)
        server.on('exit', (code) => fail(new Error(`the server ended with ${code}:\n${said}${complaints}`)))
    })
    return { server, ways: ways_in(said) }
}

export async function open_lab({ at } = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'fabnum-browser-'))
    const port = await free_port()
    const { server, ways } = await started(port, folder, at)
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: browser_flags })
    return new Lab({ address: `http://127.0.0.1:${port}`, folder, server, ways, browser })
}

class Lab {
    constructor(parts) {
        Object.assign(this, parts)
        this.cookies = {}  // role -> the cookies of who signed in
        this.troubles = []
    }

    // Somebody's browser: { width, height, dark, language, script, role }.
    async visit({ width = 1440, height = 900, dark = false, language = 'fr-FR', script = true, role } = {}) {
        const context = await this.browser.newContext({
            baseURL: this.address, viewport: { width, height }, colorScheme: dark ? 'dark' : 'light',
            // A page that fades into the next takes no click meanwhile.
            reducedMotion: 'reduce', locale: language, javaScriptEnabled: script, acceptDownloads: true
        })
        context.setDefaultTimeout(15_000)
        if (role) await context.addCookies(await this.cookies_of(role))
        if (!language.startsWith('fr'))
            await context.addCookies([{ name: 'langue', value: language.slice(0, 2), url: this.address }])
        const page = await context.newPage()
        this.watch(page)
        return page
    }

    signed_in(role, options = {}) {
        return this.visit({ ...options, role })
    }

    // A link works once: the first to come in as somebody keeps the cookie for the others.
    async cookies_of(role) {
        if (!this.cookies[role]) {
            const way = this.ways[role]
            assert.ok(way, `the lab gives no way in as "${role}", only as: ${Object.keys(this.ways).join(', ')}`)
            this.cookies[role] = await this.cookies_behind(way.path)
        }
        return this.cookies[role]
    }

    async cookies_behind(path) {
        const page = await this.visit()
        await page.goto(path)
        await send(page, 'Entrer')
        const cookies = (await page.context().cookies()).filter((one) => one.name === 'fabnum')
        assert.equal(cookies.length, 1, 'the link signs in')
        await page.context().close()
        return cookies
    }

    watch(page) {
        const note = (what) => this.troubles.push(`${page.url().replace(this.address, '')}: ${what}`)
        page.on('pageerror', (error) => note(`error in the page: ${error.message}`))
        page.on('console', (message) => {
            if (message.type() !== 'error') return
            // The answer's own status is looked at below, and by the tests.
            if (/^Failed to load resource: the server responded with a status of 4/.test(message.text())) return
            note(message.text())
        })
        page.on('response', (response) => {
            if (response.status() >= 500) note(`${response.status()} from ${response.url()}`)
        })
    }

    assert_calm() {
        assert.deepEqual(this.troubles.splice(0), [], 'no page error, no broken content rule, no answer 500')
    }

    async halt(signal = 'SIGTERM') {
        this.server.removeAllListeners('exit')
        const gone = new Promise((ready) => this.server.once('exit', ready))
        this.server.kill(signal)
        await gone
    }

    // On the same folder and port; at another time, when one is given. Who had signed in comes in by the new links.
    async go_on({ at } = {}) {
        Object.assign(this, await started(new URL(this.address).port, this.folder, at), { cookies: {} })
    }

    async close() {
        await this.browser.close()
        this.server.removeAllListeners('exit')
        const ended = new Promise((gone) => this.server.once('exit', gone))
        this.server.kill('SIGTERM')
        const late = setTimeout(() => this.server.kill('SIGKILL'), 15_000)
        const code = await ended
        clearTimeout(late)
        await rm(this.folder, { recursive: true, force: true })
        assert.equal(code, 0, 'the server ends well')
    }
}

// Presses the button that sends a form, and waits for the page that answers.
export async function send(page, button, scope = page) {
    const one = typeof button === 'string' ? scope.getByRole('button', { name: button, exact: true }).first() : button
    const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), one.click()])
    return answer
}

export async function follow(page, link, scope = page) {
    const one = typeof link === 'string' ? scope.getByRole('link', { name: link, exact: true }).first() : link
    const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), one.click()])
    return answer
}

// A name drawn in the signature's frame, as a finger or a mouse does.
export async function sign(page) {
    const pad = page.locator('canvas')
    await pad.waitFor()
    // In the middle: nothing that stays at the bottom of the screen may lie over it.
    await pad.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }))
    const box = await pad.boundingBox()
    const [left, middle] = [box.x + 30, box.y + box.height / 2]
    await page.mouse.move(left, middle)
    await page.mouse.down()
    for (let i = 1; i <= 12; ++i) await page.mouse.move(left + i * 18, middle + (i % 2 ? -25 : 25), { steps: 3 })
    await page.mouse.up()
    await page.waitForFunction(() => [...document.querySelector('canvas').closest('form').querySelectorAll('input')]
        .some((one) => one.value.startsWith('data:image/png') && one.value.length > 100))
}

// The text a person sees in the page's middle.
export const main_text = (page) => page.locator('main').innerText()

export async function assert_says(page, words) {
    const text = (await main_text(page)).replace(/\s+/g, ' ')
    const found = words instanceof RegExp ? words.test(text) : text.includes(words)
    assert.ok(found, `${page.url()} should say "${words}" but says:\n${text.slice(0, 1500)}`)
}

export async function assert_silent(page, words) {
    const text = (await main_text(page)).replace(/\s+/g, ' ')
    assert.ok(!text.includes(words), `${page.url()} should not say "${words}"`)
}

let axe_source
export async function axe(page, rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']) {
    axe_source ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    // Put in by the test's own hand: a script element would be refused by the pages' content rule.
    await page.evaluate(axe_source)
    const violations = await page.evaluate(
        async (tags) => (await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] })).violations, rules)
    return violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`)
}

const monday_to_friday = (date) => date.getUTCDay() !== 0 && date.getUTCDay() !== 6

// A working day some days from now, as a person types it: 4/12/2026.
export function day_in(days) {
    const date = new Date(Date.now() + days * 86_400_000)
    while (!monday_to_friday(date)) date.setUTCDate(date.getUTCDate() + 1)
    return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`
}
