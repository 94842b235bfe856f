// The public form as one person fills it: an order's way from the first question to its tracking page.
import assert from 'node:assert/strict'
import { day_in, send } from './lab.mjs'

export const asked = {
    title: '8 porte-livres pour la bibliothèque',
    kind: 'Un objet',
    need: 'Les enfants verront les couvertures. Le mur fait 2 m de large.',
    beneficiaries: 'les 90 élèves du cycle 2',
    quantity: '8',
    organisation: 'École Pasteur',
    organisation_kind: 'school',
    town: 'Hem',
    contact: 'Malika Haddad',
    mail: 'malika.haddad@ecole-pasteur.example'
}

export const question_of = (page) => new URL(page.url()).pathname.split('/').at(-1)
export const next = (page) => send(page, 'Continuer')

export async function answer_what(page, { title = asked.title, kind = asked.kind } = {}) {
    await page.getByLabel('Nom de la demande').fill(title)
    await page.getByLabel(kind).first().check()
    await next(page)
}

export async function answer_need(page) {
    await page.getByLabel('Votre besoin').fill(asked.need)
    await page.getByLabel('Pour qui ?').fill(asked.beneficiaries)
    await next(page)
}

export async function answer_number(page, quantity = asked.quantity) {
    await page.getByLabel('Quantité').fill(quantity)
    await next(page)
}

export async function answer_when(page) {
    await page.getByLabel('Date souhaitée').fill(day_in(30))
    await page.getByRole('radio', { name: /^Hem/ }).check()
    await next(page)
}

export async function answer_who(page) {
    await page.getByLabel('Organisation', { exact: true }).fill(asked.organisation)
    await page.getByLabel('Genre d’organisation').selectOption(asked.organisation_kind)
    await page.getByLabel('Ville').fill(asked.town)
    await next(page)
}

export async function answer_contact(page) {
    await page.getByLabel('Votre nom').fill(asked.contact)
    await page.getByLabel(/^E-mail/).fill(asked.mail)
    await next(page)
}

// The whole form, without a detour; ends on the tracking page and gives its address.
export async function ask_for(page, what = {}) {
    await page.goto('/commander')
    await send(page, 'Commencer la demande')
    await answer_what(page, what)
    await answer_need(page)
    await answer_number(page)
    await answer_when(page)
    await next(page)  // no picture
    await answer_who(page)
    await answer_contact(page)
    assert.equal(question_of(page), 'verifier')
    await send(page, 'Envoyer la demande')
    const path = new URL(page.url()).pathname
    assert.match(path, /^\/suivi\/[\w-]{20,}$/)
    return path
}

// The five answers and the cost of a study that finds nothing against the order.
export async function study(page, order) {
    await page.goto(`${order}/etude`)
    for (const group of await page.locator('fieldset').filter({ has: page.getByRole('radio') }).all())
        await group.getByRole('radio', { name: 'Oui' }).check()
    await page.getByLabel('Coût des matières').fill('42,50')
    await send(page, 'Garder l’étude')
}

export async function accept(page, message = '') {
    await page.getByLabel('Promise pour quel jour ?').fill(day_in(28))
    if (message) await page.getByLabel('Un mot au demandeur').fill(message)
    await send(page, 'Accepter la commande')
}

export async function order_named(page, title) {
    await page.goto('/commandes')
    const link = page.getByRole('link', { name: title }).first()
    return new URL(await link.getAttribute('href'), page.url()).pathname
}
