// A path from the first word to six months after: Manel comes by the mission locale, gets a seat, misses an afternoon,
// makes up for it, leaves with a job and says so half a year later. The lab is stopped and started on the day of each
// chapter. Five people have a part: Claire at the mission locale, Samira, Karim, Manel, and the one who pays.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { assert_says, assert_silent, follow, main_text, open_lab, send, sign } from './lab.mjs'

const phone = { width: 390, height: 844 }
const path_of = (page) => new URL(page.url()).pathname

let lab, claire, samira, karim, manel, candidate, person
before(async () => {
    lab = await open_lab({ at: '2026-11-24T09:30' })
    claire = await lab.visit()
    await team_comes_in()
})
after(() => lab?.close())

async function team_comes_in() {
    samira = await lab.signed_in('coordinator')
    karim = await lab.signed_in('fabmanager', { width: 820, height: 1180 })
}

async function the_day_is(at) {
    await lab.halt()
    await lab.go_on({ at })
    await team_comes_in()
}

test('Claire refers Manel from her mailed link, and books a seat at the next meeting', async () => {
    await claire.goto(lab.ways.referrer.path)
    await follow(claire, 'Orienter un jeune')
    await claire.getByLabel('Prénom').fill('Manel')
    await claire.getByLabel('Nom', { exact: true }).fill('Ziani')
    await claire.getByLabel('Date de naissance').fill('14/03/2008')
    await claire.getByLabel('Ville').fill('Hem')
    await claire.getByLabel('Téléphone').fill('06 39 98 00 71')
    await claire.getByLabel('Réunion d’information').selectOption({ index: 1 })
    await send(claire, 'Orienter ce jeune')
    await assert_says(claire, 'Manel Ziani')
})

test('at the meeting Manel is noted as come, and an interview is set', async () => {
    await the_day_is('2026-12-03T15:30')
    await samira.goto('/recrutement/reunions')
    await follow(samira, samira.getByRole('link', { name: /^Ouvrir/ }).first())
    await samira.getByLabel('Réponse ou venue de Manel Ziani').selectOption({ label: 'Est venu' })
    await send(samira, 'Enregistrer les réponses')
    await samira.goto('/recrutement')
    await follow(samira, samira.getByRole('link', { name: /Manel/ }))
    candidate = path_of(samira)
    await samira.goto(`${candidate}/entretien`)
    await samira.getByRole('textbox', { name: 'Jour' }).fill('10/12/2026')
    await samira.getByLabel('Nous sommes d’accord').check()
    await send(samira, 'Enregistrer l’entretien')
    await assert_says(samira, 'n’a pas de mail : préparez un SMS')
})

test('Manel is admitted for reasons that the page shows with their dates', async () => {
    await the_day_is('2026-12-10T11:00')
    await samira.goto(candidate)
    await send(samira, 'L’entretien a eu lieu')
    await assert_says(samira, 'Aura 19 ans le 5 avril 2027. Il faut 16 ans ou plus.')
    await samira.goto(`${candidate}/decision`)
    const admitted = samira.locator('#admitted')
    await admitted.getByLabel('Pourquoi').selectOption({ label: 'Les conditions sont réunies' })
    await send(samira, 'Donner la place', admitted)
    await assert_says(samira, 'Manel a une place')
    await follow(samira, 'Ouvrir son dossier')
    person = path_of(samira).split('/').pop()
})

test('the contract’s sheet is filled from what is known, and says what is missing', async () => {
    await samira.goto(`/personnes/${person}`)
    await follow(samira, 'Voir le volontariat')
    await follow(samira, 'Noter l’engagement')
    await samira.getByLabel('Tuteur de l’accueil').selectOption({ label: 'Karim Belhadj' })
    await samira.getByLabel('Tuteur de l’organisme agréé').fill('Claire Dubrulle')
    await send(samira, 'Noter l’engagement')
    await follow(samira, samira.getByRole('link', { name: 'Compléter' }).first())
    await samira.getByLabel('Adresse du domicile').fill('8 rue du Docteur Coubronne, 59510 Hem')
    await send(samira, 'Enregistrer')
    await follow(samira, 'Voir la fiche du contrat')
    for (const words of ['né ou née le 14 mars 2008', '8 rue du Docteur Coubronne', 'Du 5 avril 2027 au 4 octobre 2027',
                         'Karim Belhadj', '24 h par semaine'])
        await assert_says(samira, words)
})

test('on the first morning Karim marks Manel present, and Manel comes in by a link without a password', async () => {
    await the_day_is('2027-04-05T09:40')
    await samira.goto(`/personnes/${person}`)
    await send(samira, 'Créer un lien')
    const link = (await main_text(samira)).match(/\/entree\/\S+/)[0]
    manel = await lab.visit(phone)
    await manel.goto(link)
    await send(manel, 'Entrer')
    await assert_says(manel, 'Salut Manel')
    await karim.goto('/presence')
    await karim.getByRole('button', { name: 'Présent, Manel Ziani' }).click()
    await karim.getByText('1 sur 1 est là').waitFor()
})

test('when the half-day is over Manel signs it on the phone, and Karim signs the sheet', async () => {
    await the_day_is('2027-04-05T12:40')
    await manel.goto('/')
    await assert_says(manel, 'Une demi-journée à signer')
    await follow(manel, 'Signer')
    await follow(manel, manel.getByRole('link', { name: /^Signer/ }).first())
    await sign(manel)
    await send(manel, 'Signer maintenant')
    await assert_says(manel, 'C’est signé, Manel.')
    await karim.goto('/presence?jour=2027-04-05&demi=matin')
    await follow(karim, 'Feuille de la demi-journée')
    await follow(karim, 'Signer la feuille')
    await sign(karim)
    await send(karim, 'Signer maintenant')
    await karim.goto('/presence/4/2027-04-05/matin')
    await assert_says(karim, '12 h 40, au doigt')
    await assert_silent(karim, 'Elle attend une signature de l’équipe')
})

test('Manel says beforehand that the afternoon is missed, and a catch-up is agreed on', async () => {
    await the_day_is('2027-04-08T13:10')
    await manel.goto('/prevenir')
    await manel.getByLabel('Un mot').fill('Rendez-vous chez le médecin')
    await send(manel, 'Je ne viens pas')
    await assert_says(manel, 'C’est dit à l’équipe. Merci.')
    await karim.goto('/presence')
    await assert_says(karim, 'Manel ne vient pas')
    await assert_says(karim, 'Rendez-vous chez le médecin')
    await karim.getByRole('button', { name: 'Absent, Manel Ziani' }).click()
    await karim.getByRole('button', { name: 'Absent, Manel Ziani', pressed: true }).waitFor()
    await follow(karim, karim.getByRole('link', { name: 'Autre, Manel Ziani' }))
    await assert_says(karim, 'Absence excusée, 0 min')
    assert.equal(await karim.getByLabel('Jour', { exact: true }).inputValue(), '09/04/2027')
    await send(karim, 'Noter le rattrapage')
    await manel.goto('/')
    await assert_says(manel, /Rattrapage : vendredi 9 avril, de 9 h à 12 h/)
})

test('the hours made up for on Friday are counted, and nobody else was expected', async () => {
    await the_day_is('2027-04-09T12:10')
    await karim.goto('/presence')
    await assert_says(karim, 'Personne n’est là')
    await karim.getByRole('button', { name: 'Présent, Manel Ziani' }).click()
    await karim.getByText('1 sur 1 est là').waitFor()
    await manel.goto('/')
    await assert_says(manel, '6 h sur 24 h')
})
test('Claire countersigns the month, which says the hours made up for', async () => {
    await the_day_is('2027-05-03T09:00')
    await samira.goto('/etats?mois=2027-04')
    await samira.getByLabel('Manel Ziani').check()
    await samira.getByLabel('Suivi par').selectOption({ label: 'Claire Dubrulle' })
    await send(samira, 'Noter qui les suit')
    await samira.goto('/etats?mois=2027-04')
    await assert_says(samira, '6 h sur 6 h')
    await send(samira, samira.getByRole('button', { name: /^Envoyer/ }).first())
    claire = await lab.signed_in('adviser')
    await claire.goto('/mes-jeunes')
    const line = claire.locator('form', { has: claire.getByRole('button', { name: /Manel Ziani/ }) })
    await send(claire, line.getByRole('button'))
    await claire.goto('/mes-jeunes?mois=2027-04')
    await assert_says(claire, 'Manel Ziani')
})

async function comes_in_again() {
    await samira.goto(`/personnes/${person}`)
    await send(samira, 'Créer un lien')
    manel = await lab.visit(phone)
    await manel.goto((await main_text(samira)).match(/\/entree\/\S+/)[0])
    await send(manel, 'Entrer')
}

test('half-way, the interview is prepared from facts; a goal waits for Manel’s yes, and gets it', async () => {
    await the_day_is('2027-07-05T10:00')
    await samira.goto(`/jeunes/${person}`)
    await follow(samira, 'Préparer le prochain entretien')
    await assert_says(samira, 'Troisième mois, Manel')
    await assert_says(samira, '6 h faites sur 6 h. 1 demi-journée manquée')
    const interview = path_of(samira)
    await follow(samira, 'Proposer un but')
    await samira.getByLabel('Quel but ?').fill('Trouver un contrat d’apprentissage')
    await samira.getByLabel('Formation').check()
    await send(samira, 'Proposer ce but')
    assert.equal(path_of(samira), interview)
    await send(samira, 'Noter comme tenu')
    await comes_in_again()
    await manel.goto('/parcours')
    await send(manel, manel.getByRole('button', { name: /^Dire oui/ }))
    await assert_says(manel, 'Trouver un contrat d’apprentissage')
    await samira.goto(interview)
    await assert_silent(samira, 'Attend une réponse')
})

test('on the last day the way out is noted, and the review is drafted with what the house knows', async () => {
    await the_day_is('2027-10-01T10:00')
    await samira.goto('/promo')
    await follow(samira, 'Noter un départ, Manel Ziani')
    await samira.getByLabel('Raison de la fin').selectOption({ label: 'Fin prévue' })
    await samira.getByLabel('Situation après').selectOption({ label: 'Apprentissage' })
    await send(samira, 'Noter la sortie')
    await assert_says(samira, 'La sortie est notée. Voici ce qui suit.')
    await follow(samira, 'Écrire le bilan')
    assert.equal(await samira.getByLabel('Tuteur ou tutrice du lieu d’accueil').inputValue(), 'Karim Belhadj')
    assert.equal(await samira.getByLabel('Tuteur ou tutrice de l’organisme agréé').inputValue(), 'Claire Dubrulle')
    await samira.getByLabel('Tâches réalisées').fill('Accueil, ateliers, une commande pour la mairie')
    await samira.getByLabel('Aptitudes, connaissances et compétences').fill('Régler une imprimante, parler en public')
    await samira.getByLabel('Les mots du volontaire').fill('J’ai trouvé ma voie.')
    await send(samira, 'Enregistrer le bilan')
    await follow_download(samira)
})

async function follow_download(page) {
    const [file] = await Promise.all([page.waitForEvent('download'),
                                      page.getByRole('link', { name: /attestation/i }).first().click()])
    assert.match(file.suggestedFilename(), /\.pdf$/)
}

test('six months later Manel says in two taps that the apprenticeship goes on, and the results count it', async () => {
    await the_day_is('2028-04-03T10:00')
    await samira.goto('/suivis')
    const line = samira.locator('tr', { hasText: '6 mois après' }).filter({ hasText: 'Manel' })
    await follow(samira, line.getByRole('link').first())
    const asked = path_of(samira)
    await send(samira, 'Préparer un SMS')
    const link = (await samira.getByLabel('Texte du SMS').inputValue()).match(/\/nouvelles\/\S+/)[0]
    const later = await lab.visit({ ...phone, script: false })
    await later.goto(link)
    await later.getByLabel(/apprentissage/i).first().check()
    await send(later, 'Envoyer ma réponse')
    await assert_says(later, 'Merci')
    await samira.goto(asked)
    await assert_says(samira, 'Répondu par la personne elle-même')
    await samira.goto('/resultats')
    await follow(samira, 'Promo 5')
    await assert_says(samira, /1 a une suite/)
    lab.assert_calm()
})
