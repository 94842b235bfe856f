// Without JavaScript everything works: pages come from the server, and forms are forms.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { assert_says, open_lab, send } from './lab.mjs'
import { accept, ask_for, asked, order_named, study } from './request.mjs'

const bare = { script: false }
const phone = { width: 390, height: 844, script: false }

let lab, requester, samira, yanis, order, tracking
before(async () => {
    lab = await open_lab()
    requester = await lab.visit(phone)
    samira = await lab.signed_in('coordinator', bare)
    yanis = await lab.signed_in('participant (lead)', phone)
})
after(() => lab?.close())

test('the public form goes from the first question to the tracking page', async () => {
    tracking = await ask_for(requester)
    await assert_says(requester, 'Votre demande est envoyée')
})

test('the coordinator studies, accepts and forms the team', async () => {
    order = await order_named(samira, asked.title)
    await study(samira, order)
    await accept(samira)
    await assert_says(samira, 'La commande est acceptée.')
    await samira.goto(`${order}/equipe`)
    await send(samira, 'Lancer la mission')
    await assert_says(samira, 'La mission commence.')
    await requester.goto(tracking)
    await assert_says(requester, 'L’équipe est au travail.')
})

test('the lead moves a step with the form of its card', async () => {
    await yanis.goto('/missions')
    await yanis.getByRole('link', { name: '20 boîtes à livres' }).first().click()
    const card = yanis.locator('[data-column=todo] [data-card]').first()
    const name = await card.getByRole('link').first().innerText()
    await card.locator('summary').click()
    await card.locator('select').selectOption('doing')
    await send(yanis, card.locator('form button'))
    await assert_says(yanis, 'L’étape a avancé.')
    assert.equal(await yanis.locator('[data-column=doing]').getByRole('link', { name }).count(), 1)
})

test('a delivery is signed on paper: the note has a box to sign in', async () => {
    const ready = await order_named(samira, '12 pupitres de lecture')
    await samira.goto(`${ready}/livraison`)
    assert.equal(await samira.locator('canvas').isVisible(), false)
    await assert_says(samira, 'Choisissez « Sur papier ».')
    await samira.getByLabel('Où ?').fill('à la résidence')
    await samira.getByLabel('Qui la reçoit ?').fill('Odile Marchand')
    await samira.getByRole('radio', { name: /^Sur papier/ }).check()
    await send(samira, 'Noter la livraison')
    assert.match(samira.url(), /\/bon$/)
    await assert_says(samira, 'Odile Marchand')
    await assert_says(samira, 'Signature :')
})

test('all along, no page went wrong', () => lab.assert_calm())
