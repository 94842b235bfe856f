// A young person of the workshop enters a shared device with a badge and a PIN; a badge taken away opens nothing.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { assert_says, follow, open_lab, send } from './lab.mjs'

let lab, karim, shared, code
before(async () => {
    lab = await open_lab()
    karim = await lab.signed_in('fabmanager')
    shared = await lab.visit({ width: 1024, height: 768 })
})
after(() => lab?.close())

test('the fabmanager finds the badge of Inès, and prints it', async () => {
    await karim.goto('/personnes?q=ines')
    await follow(karim, 'Inès Bouchard')
    await assert_says(karim, 'A un badge depuis le')
    code = await karim.locator('main code').last().innerText()
    assert.match(code, /^\w{4}-\w{4}-\w{4}$/)
    const card = await karim.context().request.get(await karim.getByRole('link', { name: 'Imprimer le badge' }).getAttribute('href'))
    assert.equal((await card.body()).subarray(0, 5).toString(), '%PDF-')
})

test('her badge and her PIN open her home; a wrong PIN does not', async () => {
    await shared.goto('/connexion')
    await follow(shared, 'Entrer avec mon badge')
    assert.equal((await send(shared, 'Continuer')).status(), 422)
    await shared.getByLabel('Code du badge').fill(code.toLowerCase())
    await send(shared, 'Continuer')
    await shared.getByLabel('Code à 4 chiffres').fill('0852')
    assert.equal((await send(shared, 'Entrer')).status(), 422)
    await assert_says(shared, 'Ce n’est pas le bon code.')
    await shared.getByLabel('Code à 4 chiffres').fill('2580')
    await send(shared, 'Entrer')
    assert.match(shared.url(), /\/aujourdhui$/)
    await assert_says(shared, 'Inès')
})

test('a badge taken away opens nothing', async () => {
    await karim.reload()
    await send(karim, 'Retirer le badge')
    await assert_says(karim, 'Le badge ne sert plus.')
    const other = await lab.visit()
    await other.goto(`/badge/${code}`)
    await other.getByLabel('Code à 4 chiffres').fill('2580')
    assert.equal((await send(other, 'Entrer')).status(), 422)
    await assert_says(other, 'Ce n’est pas le bon code.')
})

test('all along, no page went wrong', () => lab.assert_calm())
