// What goes wrong for a person, and what the pages say then: a sentence, the text kept, a way on.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { assert_says, assert_silent, main_text, open_lab, send } from './lab.mjs'
import { accept, answer_contact, answer_need, answer_number, answer_what, answer_when, answer_who, next, order_named, study } from './request.mjs'

let lab, samira
before(async () => {
    lab = await open_lab()
    samira = await lab.signed_in('coordinator')
})
after(() => lab?.close())

async function fill_counter(page, title) {
    await page.goto('/commandes/nouvelle')
    const form = { title, need: 'Pour la fête du quartier.', beneficiaries: 'les voisins', quantity: '3', organisation: 'Comité de quartier',
                   town: 'Hem', contact: 'Paul Petit', phone: '06 12 34 56 78' }
    for (const [name, value] of Object.entries(form)) await page.locator(`[name=${name}]`).fill(value)
    await page.locator('[name=kind]').selectOption('object')
    await page.locator('[name=organisation_kind]').selectOption({ index: 1 })
}

async function how_many(title) {
    const page = await lab.signed_in('coordinator')
    await page.goto('/commandes')
    const count = await page.getByRole('link', { name: title, exact: true }).count()
    await page.context().close()
    return count
}

test('empty and absurd fields get a sentence each, and keep what was typed', async () => {
    await samira.goto('/commandes/nouvelle')
    assert.equal((await send(samira, 'Enregistrer la demande')).status(), 422)
    const missing = await samira.locator('.error-summary li').count()
    assert.ok(missing >= 6, `every missing answer is named, not only ${missing}`)
    await fill_counter(samira, 'Un banc')
    const absurd = { quantity: '-4', wanted: '31/02/2027', mail: 'pas une adresse', phone: '12' }
    for (const [name, value] of Object.entries(absurd)) await samira.locator(`[name=${name}]`).fill(value)
    assert.equal((await send(samira, 'Enregistrer la demande')).status(), 422)
    for (const [name, value] of Object.entries(absurd)) {
        const field = samira.locator(`[name=${name}]`)
        assert.equal(await field.inputValue(), value, `${name} is kept`)
        assert.equal(await field.getAttribute('aria-invalid'), 'true', `${name} is marked`)
    }
    assert.equal(await samira.locator('[name=title]').inputValue(), 'Un banc')
    await assert_silent(samira, 'invalide')
})

test('a double click sends one order', async () => {
    await fill_counter(samira, 'Un panneau cliqué deux fois')
    await Promise.all([samira.waitForNavigation(), samira.getByRole('button', { name: 'Enregistrer la demande' }).dblclick()])
    await samira.waitForLoadState()
    assert.equal(await how_many('Un panneau cliqué deux fois'), 1)
})

test('going back and sending again sends nothing twice', async () => {
    await fill_counter(samira, 'Un banc envoyé deux fois')
    await send(samira, 'Enregistrer la demande')
    await samira.goBack()
    await send(samira, 'Enregistrer la demande')
    assert.ok((await main_text(samira)).length > 20)
    assert.equal(await how_many('Un banc envoyé deux fois'), 1)
})

test('the public form sends one order, whatever is clicked after', async () => {
    const title = 'Une fresque pour le préau'
    const page = await lab.visit()
    await page.goto('/commander')
    await send(page, 'Commencer la demande')
    await answer_what(page, { title })
    await answer_need(page)
    await answer_number(page)
    await answer_when(page)
    await next(page)
    await answer_who(page)
    await answer_contact(page)
    await Promise.all([page.waitForURL(/\/suivi\//), page.getByRole('button', { name: 'Envoyer la demande' }).dblclick()])
    await page.goBack()
    const again = page.getByRole('button', { name: 'Envoyer la demande' })
    if (await again.count()) await send(page, again)
    assert.equal(await how_many(title), 1)
})

test('two people accept the same order: the second learns it in a clear sentence', async () => {
    const order = await order_named(samira, 'Panneau « Maison de quartier »')
    await study(samira, order)
    const karim = await lab.signed_in('fabmanager')
    await karim.goto(`${order}/etude`)
    await karim.getByLabel('Promise pour quel jour ?').waitFor()
    await accept(samira)
    await karim.getByLabel('Promise pour quel jour ?').fill('24/12/2026')
    assert.equal((await send(karim, 'Accepter la commande')).status(), 409)
    await assert_says(karim, /Quelqu’un .*avancer.* avant (vous|toi)\./)
    assert.ok(await karim.locator('main').getByRole('link').count(), 'and there is a way back')
})

test('two people move the same step: the second learns it in a clear sentence', async () => {
    const mission = '/missions/' + (await mission_of('20 boîtes à livres'))
    await samira.goto(mission)
    const step = await samira.locator('[data-column=todo] [data-card] a').first().getAttribute('href')
    const yanis = await lab.signed_in('participant (lead)', { width: 390 })
    await samira.goto(step)
    await yanis.goto(step)
    const move = (page) => send(page, page.locator('main .button-row button').first())
    assert.equal((await move(yanis)).status(), 200)
    assert.equal((await move(samira)).status(), 409)
    await assert_says(samira, 'Quelqu’un l’a changé avant vous.')
})

async function mission_of(title) {
    await samira.goto(await order_named(samira, title))
    return (await samira.getByRole('link', { name: 'Ouvrir la mission' }).first().getAttribute('href')).split('/').at(-1)
}

test('a link that leads nowhere says so, and where to go instead', async () => {
    const page = await lab.visit()
    const used = lab.ways.coordinator.path
    for (const path of ['/suivi/' + 'x'.repeat(43), '/entree/nothing', used, '/commander/nothing/quoi', '/commandes-x', '/missions/99999999999999999999']) {
        const answer = await page.goto(path)
        assert.ok([401, 404, 410].includes(answer.status()) || /connexion/.test(page.url()), `${path}: ${answer.status()}`)
        const text = await main_text(page)
        assert.ok(text.length > 20 && !text.includes('⟦'), path)
        assert.ok(await page.locator('main').getByRole('link').or(page.locator('main').getByRole('button')).count(), `${path}: a way on`)
    }
})

test('signed out while typing: the text is kept, and goes once signed in elsewhere', async () => {
    const page = await lab.signed_in('coordinator')
    const order = await order_named(page, 'Plan tactile de la médiathèque')
    await page.goto(order)
    const words = 'Nous passons mardi pour mesurer la table.'
    await page.getByLabel('Écrire au demandeur').fill(words)
    await page.context().clearCookies()
    const answer = await send(page, 'Envoyer le message')
    assert.equal(answer.status(), 401)
    await page.context().addCookies(await lab.cookies_of('coordinator'))
    await send(page, page.locator('main form button').last())
    await page.goto(order)
    await assert_says(page, words)
})

test('a picture that is none, or too heavy, is refused with a sentence', async () => {
    const page = await lab.visit()
    await page.goto('/commander')
    await send(page, 'Commencer la demande')
    await answer_what(page)
    await answer_need(page)
    await answer_number(page)
    await answer_when(page)
    const field = page.getByLabel('Photo ou dessin')
    await field.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is no picture') })
    assert.equal((await next(page)).status(), 422)
    assert.ok(await page.locator('.error-summary').isVisible())
    await page.getByLabel('Photo ou dessin').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(14 * 1024 * 1024, 1) })
    const answer = await next(page)
    assert.equal(answer.status(), 413)
    assert.ok((await main_text(page)).length > 20)
})

test('what is not theirs is not there: for a young person, and for another place', async () => {
    const received = await order_named(samira, '30 supports de visière')
    const yanis = await lab.signed_in('participant (lead)', { width: 390 })
    for (const path of [received, '/accueil', '/commandes', '/personnes/30', '/journal', '/courriers']) {
        assert.equal((await yanis.goto(path)).status(), 404, path)
        await assert_silent(yanis, '30 supports de visière')
    }
    const admin = await lab.signed_in('admin')
    const status = async (page, id) => (await page.request.get(`/commandes/${id}`)).status()
    let elsewhere
    for (let id = 1; id <= 40 && !elsewhere; ++id)
        if ((await status(admin, id)) === 200 && (await status(samira, id)) !== 200) elsewhere = id
    assert.ok(elsewhere, 'the network has an order of another place')
    assert.equal((await samira.goto(`/commandes/${elsewhere}`)).status(), 404)
    assert.equal((await samira.goto(`/commandes/${elsewhere}/etude`)).status(), 404)
})

test('all along, no page went wrong', () => lab.assert_calm())
