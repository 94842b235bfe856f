// The pictures of docs/pictures, drawn from the demonstration when FABNUM_PICTURES=1: no test dirties the tree.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { open_lab, root_folder } from './lab.mjs'
import { order_named } from './request.mjs'

const folder = join(root_folder, 'docs/pictures')
const desk = { width: 1280, height: 720 }
const phone = { width: 390, height: 844 }
const most_bytes = 200 * 1024
const wanted = process.env.FABNUM_PICTURES === '1'

if (wanted) test('the pictures of the documentation', async () => {
    await mkdir(folder, { recursive: true })
    const lab = await open_lab()
    try {
        const scout = await lab.signed_in('coordinator')
        const study = `${await order_named(scout, '30 supports de visière')}/etude`
        const team = `${await order_named(scout, '8 hôtels à insectes')}/equipe`
        const mission = await order_named(scout, '20 boîtes à livres')
        await scout.goto(mission)
        const steps = await scout.getByRole('link', { name: 'Ouvrir la mission' }).first().getAttribute('href')
        const tracking = lab.ways['requester (approving)'].path
        const pictures = [
            ['coordinator-home', 'coordinator', '/accueil', desk], ['coordinator-home-dark', 'coordinator', '/accueil', { ...desk, dark: true }],
            ['participant-home', 'participant (lead)', '/aujourdhui', phone],
            ['participant-home-dark', 'participant (lead)', '/aujourdhui', { ...phone, dark: true }],
            ['participant-mission', 'participant (lead)', steps, phone], ['tracking', undefined, tracking, phone],
            ['board', 'coordinator', '/commandes/tableau', desk], ['order', 'coordinator', mission, desk], ['triage', 'coordinator', study, desk],
            ['team-with-why', 'coordinator', team, desk], ['participation', 'coordinator', '/participation', desk]
        ]
        for (const [name, role, path, look] of pictures) {
            const page = await lab.visit({ role, ...look })
            await page.goto(path)
            await page.evaluate(() => document.fonts.ready)
            await page.waitForLoadState('networkidle')
            const file = join(folder, `${name}.png`)
            await page.screenshot({ path: file, animations: 'disabled' })
            const { size } = await stat(file)
            assert.ok(size <= most_bytes, `${name}.png weighs ${size} bytes`)
            await page.context().close()
        }
        lab.assert_calm()
    } finally {
        await lab.close()
    }
})
