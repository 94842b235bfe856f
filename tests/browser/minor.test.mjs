// Somebody under 18: what the house asks of the parents, how many hours a week may have, and which machines stay
// closed, each with its reason where the person looks.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { assert_says, assert_silent, follow, main_text, open_lab, send } from './lab.mjs'

const phone = { width: 390, height: 844 }
let lab, samira, engagement, enzo_page
before(async () => {
    lab = await open_lab({ at: '2026-11-24T09:50' })
    samira = await lab.signed_in('coordinator')
})
after(() => lab?.close())

test('what is missing from the parents stands first among what has to be done, and blocks', async () => {
    await samira.goto('/echeances')
    const line = samira.locator('tr', { hasText: 'L’autorisation parentale' })
    assert.match(await line.innerText(), /Enzo Lefebvre[\s\S]*Bloque/)
    await follow(samira, line.getByRole('link').first())
    engagement = new URL(samira.url()).pathname
    await assert_says(samira, 'Enzo a moins de 18 ans')
    await assert_says(samira, '35 h par semaine au plus')
    await assert_says(samira, 'Aucune machine dangereuse')
})

test('the authorisation asks who signed; what was typed stays, and once kept nothing blocks any more', async () => {
    await samira.getByLabel('Qui exerce l’autorité parentale ?').fill('Nadia Lefebvre')
    await samira.getByLabel('Signée le').fill('20/11/2026')
    const answer = await send(samira, 'Noter l’autorisation')
    assert.equal(answer.status(), 422)
    assert.equal(await samira.getByLabel('Qui exerce l’autorité parentale ?').inputValue(), 'Nadia Lefebvre')
    await samira.getByLabel('Son téléphone').fill('06 39 98 00 12')
    await send(samira, 'Noter l’autorisation')
    await assert_says(samira, 'Nadia Lefebvre')
    await samira.goto('/echeances')
    await assert_silent(samira, 'L’autorisation parentale')
})

test('more hours than the law lets a minor do are refused with the figure', async () => {
    await samira.goto(engagement)
    await samira.locator('summary', { hasText: 'Noter un avenant' }).click()
    await samira.getByLabel('Nouvelles heures par semaine').fill('36')
    await samira.getByLabel('À partir du').fill('1/12/2026')
    await samira.getByLabel('Pourquoi').fill('Un atelier de plus')
    const answer = await send(samira, 'Noter l’avenant')
    assert.equal(answer.status(), 422)
    await assert_says(samira, '35')
    assert.equal(await samira.getByLabel('Nouvelles heures par semaine').inputValue(), '36')
})

test('the laser’s label says “not yet” on Enzo’s phone, and why; the printer’s says with whom', async () => {
    await samira.goto('/personnes')
    await follow(samira, samira.getByRole('link', { name: /Enzo/ }).first())
    enzo_page = new URL(samira.url()).pathname
    await send(samira, 'Créer un lien')
    const enzo = await lab.visit(phone)
    await enzo.goto((await main_text(samira)).match(/\/entree\/\S+/)[0])
    await send(enzo, 'Entrer')
    await enzo.goto('/m/LASER1')
    await assert_says(enzo, 'Pas encore')
    await assert_says(enzo, /18 ans/)
    await samira.goto(`${enzo_page}/autorisations`)
    await assert_says(samira, 'Les travaux réglementés sont fermés avant 18 ans')
    await assert_says(samira, 'Les machines d’Enzo')
    lab.assert_calm()
})
