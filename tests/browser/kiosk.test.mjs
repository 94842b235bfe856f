// The tablet at the door, mid-morning: the network goes, the server is killed, both come back. No tap is lost, none
// is kept twice.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { open_lab } from './lab.mjs'

let lab
before(async () => { lab = await open_lab() })
after(async () => { await lab.close() })

async function paired() {
    const page = await lab.signed_in('coordinator')
    await page.goto('/bornes')
    await page.getByLabel('À qui').selectOption({ label: 'Inès Bouchard' })
    await page.getByLabel('Badge', { exact: true }).fill('BADGE-INES')
    await page.getByRole('button', { name: 'Donner ce badge' }).click()
    await page.getByRole('button', { name: 'Relier une tablette' }).click()
    const link = await page.locator('code').textContent()
    const tablet = await lab.visit({ width: 1024, height: 768 })
    await tablet.goto(new URL(link).pathname)
    await tablet.getByLabel('Nom de la tablette').fill('Entrée de Hem')
    await tablet.getByRole('button', { name: 'Relier maintenant' }).click()
    await tablet.waitForURL('**/borne')
    await tablet.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    return tablet
}

async function taps_offline(tablet, choice) {
    await tablet.getByLabel('Badge ou code').fill('BADGE-INES')
    await tablet.keyboard.press('Enter')
    await tablet.getByText('Pas de réseau, mais on note').waitFor()
    await tablet.getByRole('button', { name: choice }).last().click()
    await tablet.getByText('C’est noté sur la tablette').waitFor()
    await tablet.getByLabel('Badge ou code').waitFor()
}

const waiting = (tablet) => tablet.evaluate(() => new Promise((done) => {
    const opening = indexedDB.open('borne', 1)
    opening.onsuccess = () => {
        const asked = opening.result.transaction('taps').objectStore('taps').count()
        asked.onsuccess = () => { opening.result.close(); done(asked.result) }
    }
}))

test('the tablet goes on without network and without server, and sends each tap once', async () => {
    const tablet = await paired()
    await tablet.context().setOffline(true)
    await taps_offline(tablet, 'Noter que j’arrive')
    await tablet.reload()  // even the page itself is there without network
    await tablet.getByLabel('Badge ou code').waitFor()
    assert.equal(await waiting(tablet), 1, 'the tap waits through a reload')

    await lab.halt('SIGKILL')
    await tablet.context().setOffline(false)
    await taps_offline(tablet, 'Noter que je pars')
    assert.equal(await waiting(tablet), 2, 'a dead server takes nothing, and loses nothing')

    await lab.go_on()
    for (let i = 0; i < 40 && (await waiting(tablet)) > 0; ++i) await tablet.waitForTimeout(500)
    assert.equal(await waiting(tablet), 0, 'what was kept is forgotten by the tablet')
    lab.troubles.length = 0  // a network that is gone speaks on the console

    // Sent again with the same key, it is known.
    const again = await tablet.evaluate(async () => {
        const tap = { key: 'k'.repeat(32), secret: 'BADGE-INES', what: 'arrive', at: Date.now(), now: Date.now() }
        const send = () => fetch('/borne/attente', { method: 'POST', body: new URLSearchParams(tap) }).then((r) => r.json())
        return [await send(), await send()]
    })
    assert.deepEqual(again, [{ kept: true, first: true }, { kept: true, first: false }])
})
