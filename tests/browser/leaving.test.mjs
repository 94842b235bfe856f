// Leaving and after: the coordinator notes an exit, asks for news, and a former volunteer answers alone on a
// phone, without JavaScript.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { assert_says, follow, open_lab, send } from './lab.mjs'

let lab, samira
before(async () => {
    lab = await open_lab()
    samira = await lab.signed_in('coordinator')
})
after(() => lab?.close())

test('the results say what became of the young people, and of how many', async () => {
    await samira.goto('/resultats')
    for (const words of ['24 jeunes entrés dans 2 promos finies', '23 ont une suite', '17 vont vers la communication',
                         '8 en CDD ou en intérim', '1 est parti avant la fin'])
        await assert_says(samira, words)
})

test('an early exit says which reasons it takes, keeps what was typed, and is noted', async () => {
    await samira.goto('/promo')
    await samira.getByRole('link', { name: 'Noter un départ, Noah Tanguy' }).click()
    await samira.getByLabel('Raison de la fin').selectOption('term')
    await samira.getByLabel('Situation après').selectOption('fixed_long')
    await send(samira, 'Noter la sortie')
    await assert_says(samira, 'Ce jour vient avant la fin de la promo.')
    assert.equal(await samira.getByLabel('Situation après').inputValue(), 'fixed_long')
    await samira.getByLabel('Raison de la fin').selectOption('job')
    await send(samira, 'Noter la sortie')
    await assert_says(samira, 'Prévenir l’ASP de la fin anticipée')
    await samira.goto('/resultats')
    await samira.getByRole('link', { name: 'Promo 3' }).click()
    await assert_says(samira, '1 est parti avant la fin')
})

test('a former volunteer gives their news by their own link, once', async () => {
    await samira.goto('/suivis')
    await follow(samira, samira.locator('tbody a').first())
    const asked = samira.url()
    await send(samira, 'Préparer un SMS')
    const link = (await samira.getByLabel('Texte du SMS').inputValue()).match(/\/nouvelles\/\S+/)[0]
    const phone = await lab.visit({ width: 390, height: 844, script: false })
    await phone.goto(link)
    await send(phone, 'Envoyer ma réponse')
    await assert_says(phone, 'Je cherche un emploi')
    await phone.getByLabel('J’ai un CDI').check()
    await send(phone, 'Envoyer ma réponse')
    await assert_says(phone, 'Merci')
    await samira.goto(asked)
    await assert_says(samira, 'Répondu par la personne elle-même')
    lab.assert_calm()
})
