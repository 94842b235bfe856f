// The program stops, or is killed, while people send: whatever was answered 303 is there after the next start.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { free_port, root_folder } from './lab.mjs'

const program = resolve(root_folder, process.env.FABNUM_PROGRAM ?? 'build/test/fabnum')
const postgres = process.env.FABNUM_TEST_POSTGRES
const people_at_once = 8
const acts_before_the_end = 60

let folder
before(async () => (folder = await mkdtemp(join(tmpdir(), 'fabnum-stop-'))))
after(() => rm(folder, { recursive: true, force: true }))

async function start(data, database) {
    const port = await free_port()
    const where = database ? ['--database', database] : []
    const server = spawn(program, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, ...where],
                         { stdio: ['ignore', 'pipe', 'ignore'] })
    const ended = new Promise((gone) => server.once('exit', (code, signal) => gone(signal ?? code)))
    await new Promise((ready, fail) => {
        let said = ''
        server.stdout.on('data', (text) => (said += text).includes('fabnum listens') && ready())
        ended.then((how) => fail(new Error(`the program ended with ${how}:\n${said}`)))
    })
    return { server, ended, address: `http://127.0.0.1:${port}` }
}

// Somebody begins requests, one after the other, until nobody answers; `kept` hears of each that was answered.
async function begin_requests(address, kept) {
    for (;;) {
        let answer
        try {
            answer = await fetch(`${address}/commander`, { method: 'POST', redirect: 'manual', headers: { origin: address } })
            await answer.arrayBuffer()
        } catch {
            return
        }
        if (answer.status === 503) continue
        assert.equal(answer.status, 303)
        kept(answer.headers.get('location'))
    }
}

async function stop_while_people_send(signal, data, database) {
    const { server, ended, address } = await start(data, database)
    const begun = []
    const people = Array.from({ length: people_at_once }, () =>
        begin_requests(address, (place) => begun.push(place) === acts_before_the_end && server.kill(signal)))
    await Promise.all(people)
    assert.ok(begun.length >= acts_before_the_end)
    return { begun, how: await ended }
}

async function assert_all_there(begun, data, database) {
    const { server, ended, address } = await start(data, database)
    try {
        for (const place of begun)
            assert.equal((await fetch(address + place)).status, 200, `${place} was answered and is lost`)
        const where = database ? ['--database', database] : []
        execFileSync(program, ['check', '--data', data, ...where], { stdio: 'ignore' })
    } finally {
        server.kill('SIGTERM')
        await ended
    }
}

async function lose_nothing(signal, end, database) {
    const data = join(folder, `${signal}-${database ? 'postgres' : 'sqlite'}`)
    const { begun, how } = await stop_while_people_send(signal, data, database)
    assert.equal(how, end)
    await assert_all_there(begun, data, database)
}

for (const [signal, end, name] of [['SIGTERM', 0, 'is asked to stop'], ['SIGKILL', 'SIGKILL', 'is killed']]) {
    test(`what was answered while the program ${name} is kept`, () => lose_nothing(signal, end))
    test(`what was answered while the program ${name} is kept in PostgreSQL`, async () => {
        assert.ok(postgres, 'the tests are given a PostgreSQL')
        const name = `fabnum_stop_${signal.toLowerCase()}_${process.pid}`
        const sql = (text) => execFileSync('psql', ['-q', '-c', text, postgres], { stdio: 'ignore' })
        sql(`CREATE DATABASE ${name}`)
        try {
            await lose_nothing(signal, end, postgres.replace('/postgres?', `/${name}?`))
        } finally {
            sql(`DROP DATABASE ${name}`)
        }
    })
}
