// An order's whole way, on the pages that four people see: the requester without an account, Samira at her desk,
// Yanis who leads and Inès who answers, on their phones.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { assert_says, assert_silent, follow, open_lab, photo, send, sign } from './lab.mjs'
import { accept, answer_contact, answer_need, answer_number, answer_what, answer_when, answer_who, asked, next,
         order_named, question_of, study } from './request.mjs'

const phone = { width: 390, height: 844 }
const thanks = 'Les couvertures se voient de la porte. Merci, les élèves adorent.'

let lab, requester, samira, yanis, ines, tracking, order, mission
before(async () => {
    lab = await open_lab()
    requester = await lab.visit(phone)
    samira = await lab.signed_in('coordinator')
    yanis = await lab.signed_in('participant (lead)', phone)
    ines = await lab.signed_in('participant (referent)', phone)
})
after(() => lab?.close())

test('the requester answers one question a page, and what is typed stays when something is missing', async () => {
    await requester.goto('/commander')
    await assert_says(requester, 'C’est gratuit')
    await send(requester, 'Commencer la demande')
    assert.equal(question_of(requester), 'quoi')
    await requester.getByLabel('Nom de la demande').fill(asked.title)
    assert.equal((await next(requester)).status(), 422)
    assert.match(await requester.title(), /^Erreur/)
    await assert_says(requester, 'Choisissez ce qui ressemble le plus à votre demande.')
    assert.equal(await requester.getByLabel('Nom de la demande').inputValue(), asked.title)
    await answer_what(requester)
    await answer_need(requester)
    assert.equal((await answer_number_wrong()).status(), 422)
    await answer_number(requester)
    await answer_when(requester)
    assert.equal(question_of(requester), 'image')
})

async function answer_number_wrong() {
    await requester.getByLabel('Quantité').fill('beaucoup')
    const answer = await next(requester)
    assert.equal(await requester.getByLabel('Quantité').inputValue(), 'beaucoup')
    return answer
}

test('the requester adds a picture, goes back and changes an answer, reads it all again, and sends', async () => {
    await requester.getByLabel('Photo ou dessin').setInputFiles(photo('reading_stand.jpg'))
    await requester.getByLabel('Que voit-on sur l’image ?').fill('Un porte-livre que nous aimons bien')
    await next(requester)
    assert.equal(question_of(requester), 'qui')
    await follow(requester, 'Question d’avant')
    assert.ok(await requester.locator('figure', { hasText: 'Un porte-livre que nous aimons bien' }).locator('img').isVisible())
    await next(requester)
    await answer_who(requester)
    await answer_contact(requester)
    await assert_says(requester, asked.need)
    await assert_says(requester, '1 image')
    await follow(requester, 'Changer Quantité')
    await requester.getByLabel('Quantité').fill('6')
    await next(requester)
    assert.equal(question_of(requester), 'verifier', 'a changed answer leads back to the check')
    await send(requester, 'Envoyer la demande')
    tracking = new URL(requester.url()).pathname
    assert.match(tracking, /^\/suivi\//)
    await assert_says(requester, 'Votre demande est envoyée')
    await assert_says(requester, asked.title)
})

test('the coordinator finds it among the things to decide, and asks a question', async () => {
    await samira.goto('/accueil')
    await assert_says(samira, `Étudier la demande : ${asked.title}`)
    order = await order_named(samira, asked.title)
    await samira.goto(`${order}/etude`)
    await assert_says(samira, asked.need)
    assert.equal((await send(samira, 'Envoyer la question')).status(), 422)
    await assert_says(samira, 'Écrivez une question.')
    await samira.getByLabel('Que voulez-vous savoir ?').fill('Quelle épaisseur ont les plus gros livres ?')
    await send(samira, 'Envoyer la question')
    await assert_says(samira, 'La question est partie.')
    await assert_says(samira, 'Question posée')
})

test('the requester answers on the tracking page', async () => {
    await requester.goto(tracking)
    await assert_says(requester, 'Quelle épaisseur ont les plus gros livres ?')
    await requester.getByLabel('Répondre à la question').fill('3 cm au plus.')
    await send(requester, 'Envoyer le message')
    await assert_says(requester, '3 cm au plus.')
    await assert_says(requester, 'L’équipe l’étudie')
})

test('the coordinator studies the order and accepts it', async () => {
    await samira.goto(`${order}/etude`)
    await assert_says(samira, 'Avant de dire oui')
    await study(samira, order)
    await accept(samira, 'Nous passerons mesurer le mur.')
    await assert_says(samira, 'La commande est acceptée.')
    await requester.goto(tracking)
    await assert_says(requester, 'C’est oui.')
    await assert_says(requester, 'Nous passerons mesurer le mur.')
})

test('roles are proposed in turn, with why, and the coordinator may choose otherwise', async () => {
    await follow(samira, 'Former l’équipe')
    const lead = samira.getByRole('group', { name: 'Qui est responsable ?' })
    const referent = samira.getByRole('group', { name: 'Qui répond au demandeur ?' })
    const chosen = (group) => group.getByRole('radio', { checked: true }).evaluate((one) => one.closest('label').innerText)
    const [first, second] = [await chosen(lead), await chosen(referent)]
    for (const proposal of [first, second])
        assert.match(proposal.replace(/\s+/g, ' '), /\w.* .+/, 'a name, and why')
    assert.notEqual(first.split('\n')[0], second.split('\n')[0], 'two roles, two people')
    await lead.getByRole('radio', { name: /^Yanis/ }).check()
    await referent.getByRole('radio', { name: /^Yanis/ }).check()
    assert.equal((await send(samira, 'Lancer la mission')).status(), 422)
    await assert_says(samira, 'Deux rôles, deux personnes.')
    await referent.getByRole('radio', { name: /^Inès/ }).check()
    for (const box of await samira.getByRole('group', { name: 'Qui fait partie de l’équipe ?' }).getByRole('checkbox').all())
        await box.uncheck()
    await samira.getByRole('checkbox', { name: /^Noah/ }).check()
    await send(samira, 'Lancer la mission')
    await assert_says(samira, 'La mission commence.')
    mission = new URL(samira.url()).pathname
    assert.match(mission, /^\/missions\/\d+$/)
})

const column = (page, key) => page.locator(`[data-column=${key}]`)

// With the card's own menu, as one does on a phone.
async function move_first(page, from, to) {
    const card = column(page, from).locator('[data-card]').first()
    const name = await card.getByRole('link').first().innerText()
    await card.locator('summary').click()
    await card.locator('select').selectOption(to)
    await card.locator('form button').click()
    // The answer is the whole board, as it is now for everybody.
    await page.waitForFunction(() => {
        const board = document.querySelector('[data-board]')
        return board.querySelector('[role=status]').textContent === board.dataset.moved
    })
    await column(page, to).getByRole('link', { name }).waitFor()
    return name
}

test('the lead moves the steps on a phone, notes the work, a try that failed, and a photo', async () => {
    await yanis.goto('/missions')
    await follow(yanis, yanis.getByRole('link', { name: asked.title }).first())
    await assert_says(yanis, 'Tu es responsable')
    const first = await move_first(yanis, 'todo', 'doing')
    await yanis.reload()
    assert.equal(await column(yanis, 'doing').getByRole('link', { name: first }).count(), 1, 'the move is kept')
    await move_first(yanis, 'doing', 'done')

    await yanis.goto(`${mission}/travail`)
    await yanis.getByRole('checkbox', { name: /^Noah/ }).check()
    await yanis.getByLabel(/^Temps/).fill('1 h 30')
    await send(yanis, yanis.locator('main form').getByRole('button').last())
    await assert_says(yanis, 'Le temps est noté.')
    await assert_says(yanis, '3 h', 'two people, an hour and a half each')

    await yanis.goto(`${mission}/essais`)
    const areas = yanis.locator('main textarea')
    await areas.nth(0).fill('Le pied glisse : le porte-livre tombe en avant.')
    assert.equal((await send(yanis, yanis.locator('main form').getByRole('button').last())).status(), 422)
    await assert_says(yanis, 'Dis ce qui a changé.')
    assert.equal(await areas.nth(0).inputValue(), 'Le pied glisse : le porte-livre tombe en avant.')
    await areas.nth(1).fill('On a ajouté une lèvre de 2 cm.')
    await send(yanis, yanis.locator('main form').getByRole('button').last())
    await assert_says(yanis, 'L’essai est noté.')

    await yanis.goto(`${mission}/photos`)
    await yanis.locator('input[type=file]').setInputFiles(photo('reading_stand.jpg'))
    await yanis.getByLabel('Que voit-on ?').fill('Le premier porte-livre, en carton')
    await send(yanis, yanis.locator('main form').getByRole('button').last())
    await assert_says(yanis, 'La photo est ajoutée.')
    const picture = yanis.getByAltText('Le premier porte-livre, en carton')
    assert.ok(await picture.evaluate((one) => one.decode().then(() => one.naturalWidth > 100)), 'the photo can be seen')
})

test('the referent shows the prototype by a photo; the lead may not', async () => {
    await ines.goto(`${order}/prototype`)
    await show_prototype('Un porte-livre en carton, une lèvre devant', 'La hauteur vous va ?')
    await assert_says(ines, 'Le prototype est montré.')
    await yanis.goto(order)
    assert.equal(await yanis.getByLabel('Écrire au demandeur').count(), 0)
    await assert_says(yanis, 'La personne référente écrit au demandeur.')
})

async function show_prototype(description, question) {
    await ines.goto(`${order}/prototype`)
    await ines.getByLabel('Photo du prototype').setInputFiles(photo('book_box_first.jpg'))
    await ines.getByLabel('Que voit-on sur la photo ?').fill(description)
    await ines.getByLabel('Que demander au demandeur ?').fill(question)
    await send(ines, 'Envoyer au demandeur')
}

test('the requester asks for a change, says what, then agrees', async () => {
    await requester.goto(tracking)
    await assert_says(requester, 'La hauteur vous va ?')
    assert.equal((await send(requester, 'Demander un changement')).status(), 422)
    await assert_says(requester, 'Dites ce qu’il faut changer.')
    await requester.getByLabel(/^Votre avis/).fill('Un peu plus bas : 18 cm.')
    await send(requester, 'Demander un changement')
    await ines.goto(order)
    await assert_says(ines, 'En cours')
    await ines.goto(`${order}/prototype`)
    await assert_says(ines, 'Un peu plus bas : 18 cm.')
    await show_prototype('Le même, haut de 18 cm', 'Et maintenant ?')
    await requester.goto(tracking)
    await send(requester, 'Dire que c’est d’accord')
    await assert_says(requester, 'L’équipe est au travail.')
})

test('nothing is ready before its steps and its checks', async () => {
    await yanis.goto(order)
    assert.equal((await send(yanis, 'Dire que c’est prêt')).status(), 422)
    await assert_says(yanis, /reste des (contrôles|étapes)/)
    await yanis.goto(`${mission}/controle`)
    const open = yanis.getByRole('button', { name: /Dire que c’est bon/ })
    for (let left = await open.count(); left > 0; left = await open.count()) await send(yanis, open.first())
    await yanis.goto(mission)
    for (const from of ['todo', 'doing'])
        while (await column(yanis, from).locator('[data-card]').count()) await move_first(yanis, from, 'done')
    await yanis.goto(order)
    await send(yanis, 'Dire que c’est prêt')
    await assert_says(yanis, 'Prête')
})

test('the referent hands it over: the signature is drawn, the note is a PDF', async () => {
    await ines.goto(`${order}/livraison`)
    await ines.getByLabel('Où ?').fill('à l’école Pasteur')
    await ines.getByLabel('Qui la reçoit ?').fill('Malika Haddad')
    assert.equal((await send(ines, 'Noter la livraison')).status(), 422)
    await assert_says(ines, 'Il manque la signature.')
    await sign(ines)
    await send(ines, 'Noter la livraison')
    await assert_says(ines, 'La livraison est notée.')
    assert.match(ines.url(), /\/bon$/)
    await assert_says(ines, 'Gratuit, d’une valeur de')
    const drawn = ines.getByAltText('Signature de Malika Haddad')
    assert.ok(await drawn.evaluate((one) => one.decode().then(() => one.naturalWidth > 50)), 'the signature can be seen')
    const [download] = await Promise.all([ines.waitForEvent('download'), ines.getByRole('link', { name: 'Télécharger le bon en PDF' }).click()])
    const bytes = await readFile(await download.path())
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
    assert.ok(bytes.length > 5000)
    assert.match(download.suggestedFilename(), /^bon-.+\.pdf$/)
})

test('the requester thanks; the thanks reach the team’s first page; the coordinator closes', async () => {
    await requester.goto(tracking)
    await assert_says(requester, 'C’est livré.')
    await requester.getByRole('radio', { name: 'Oui, tout à fait' }).check()
    assert.equal((await send(requester, 'Envoyer le merci')).status(), 422)
    assert.ok(await requester.getByRole('radio', { name: 'Oui, tout à fait' }).isChecked(), 'the choice is kept')
    await requester.getByLabel('Un mot à l’équipe').fill(thanks)
    await send(requester, 'Envoyer le merci')
    await assert_says(requester, thanks)
    for (const young of [yanis, ines]) {
        await young.goto('/aujourdhui')
        await assert_says(young, thanks)
    }
    await samira.goto(order)
    await send(samira, 'Terminer la commande')
    await assert_says(samira, 'La commande est terminée.')
    await assert_says(samira, 'Merci reçu')
})

test('in English, no word is missing', async () => {
    const guest = await lab.visit({ ...phone, language: 'en-GB' })
    const samira_in_english = await lab.signed_in('coordinator', { language: 'en-GB' })
    const pages = ['/', '/commander', '/connexion', '/accessibilite', '/langue', tracking]
    const staff = ['/accueil', '/commandes', '/commandes/tableau', order, `${order}/bon`, mission, '/participation', '/moi']
    for (const [page, paths] of [[guest, pages], [samira_in_english, staff]]) {
        for (const path of paths) {
            await page.goto(path)
            const text = await page.content()
            assert.ok(!text.includes('⟦'), `${path} has a word without translation: ${text.match(/⟦[^⟧]*⟧/)?.[0]}`)
            if (page === guest) assert.equal(await page.locator('html').getAttribute('lang'), 'en', path)
        }
    }
    await guest.goto('/commander')
    await send(guest, guest.locator('main form button').last())
    await guest.locator('input[name=title]').fill('A sign for the garden')
    await guest.locator('input[name=kind]').nth(2).check()
    await send(guest, 'Continue')
    await assert_silent(guest, 'Question 2 sur')
    assert.match(new URL(guest.url()).pathname, /\/besoin$/)
})

test('all along, no page went wrong', () => lab.assert_calm())
