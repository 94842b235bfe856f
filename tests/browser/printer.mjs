// A printer for a test: OctoPrint, Moonraker or PrusaLink, on a free port, until `close`.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root_folder } from './lab.mjs'

export const key = 'key-of-the-printer'
export const login = { user: 'maker', password: 'pass of the printer' }

export async function open_printer(family) {
    const child = spawn('/usr/bin/python3', [join(root_folder, 'tests/support/fake_printer.py'), family],
                        { stdio: ['pipe', 'pipe', 'inherit'] })
    const port = await new Promise((ready, fail) => {
        child.stdout.once('data', (said) => ready(String(said).trim()))
        child.once('error', fail)
        child.once('exit', () => fail(new Error(`the ${family} of the test did not start`)))
    })
    const address = `http://127.0.0.1:${port}`
    return {
        family, address,
        set: async (knobs) => { await fetch(`${address}/_set`, { method: 'POST', body: JSON.stringify(knobs) }) },
        told: async () => (await fetch(`${address}/_told`)).json(),
        close: () => { child.removeAllListeners('exit'); child.stdin.end() }
    }
}
