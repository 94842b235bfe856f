// Every page of every role, narrow and wide, light and dark: readable by everybody, and nothing hangs out.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { open_lab } from './lab.mjs'
import { faults_of, kind_of, pages_from } from './crawl.mjs'

const looks = [{ width: 390, dark: false }, { width: 1440, dark: true }]
const more_looks = [{ width: 320, dark: false }, { width: 390, dark: true }, { width: 1440, dark: false }]

const roles = {
    'nobody': ['/', '/commander', '/venir', '/orienter', '/connexion', '/badge', '/badge/K7QM3XWPR2TD', '/accessibilite', '/langue'],
    'coordinator': ['/accueil', '/presence', '/seances', '/seances/nouvelle', '/etats', '/bornes', '/promo/nouvelle',
                    '/promo/3/inscriptions', '/imports', '/formation-civique', '/entraide', '/formation-civique/journee', '/volontariats', '/conventions', '/conventions/nouvelle', '/echeances',
                    '/recrutement', '/recrutement/reunions', '/recrutement/orientation', '/recrutement/reglages', '/jeunes',
                    '/entretiens', '/messages', '/resultats', '/sorties', '/suivis', '/commandes/nouvelle', '/personnes',
                    '/personnes/badges', '/personnes/nouvelle', '/recherche?mot=boîte', '/journal', '/lectures', '/courriers',
                    '/conservation', '/moi', '/moi/codes', '/moi/donnees', '/lieux', '/lieux/1', '/parametres', '/fabrications', '/machines/3/imprimante'],
    'fabmanager': ['/atelier', '/machines', '/m/FRAISE1', '/m/LASER1', '/autorisations', '/autorisations/laser', '/autorisations/laser/cours', '/entretien', '/entretien/1', '/machines/1/entretien', '/incidents', '/fabrications', '/fabrications/tableau', '/fabrications/appris', '/fabrications/nouvelle',
                   '/fabrications/cle', '/commandes', '/participation'],
    'participant (lead)': ['/aujourdhui', '/missions', '/parcours', '/parcours/point', '/entraide', '/entraide/souhait', '/messages', '/participation', '/signer', '/fabrications', '/fabrications/tableau', '/machines', '/m/FRAISE1', '/apprendre/printer',
                           '/prevenir', '/moi/donnees'],
    'adviser': ['/moi', '/mes-jeunes'],
    'admin': ['/taches', '/parametres', '/courriers', '/journal', '/lieux', '/lieux/nouveau']
}

// What the coordinator sees is the same page for the rest of the team.
const seen_by_staff = new Set()
const staff = ['coordinator', 'fabmanager', 'adviser', 'admin']

let lab
before(async () => { lab = await open_lab() })
after(() => lab?.close())

for (const [role, homes] of Object.entries(roles)) {
    test(`pages of ${role}`, async () => {
        const who = role === 'nobody' ? {} : { role }
        const scout = await lab.visit(who)
        const starts = role === 'nobody' ? [...homes, ...trackings(), await first_question()] : homes
        const paths = await pages_from(scout, starts, { most_orders: role === 'coordinator' ? 6 : 1 })
        await scout.context().close()
        assert.ok(paths.length >= homes.length / 2, `${role} has pages: ${paths}`)
        const is_staff = staff.includes(role)
        const fresh = paths.filter((path) => !is_staff || !seen_by_staff.has(kind_of(path)))
        if (is_staff) for (const path of paths) seen_by_staff.add(kind_of(path))
        const faults = {}
        const look_at = async (look, some) => {
            const page = await lab.visit({ ...who, ...look, height: 844 })
            for (const path of some) {
                await page.goto(path)
                const found = await faults_of(page)
                for (const fault of found) (faults[fault] ??= []).push(`${path} at ${look.width}${look.dark ? ', dark' : ''}`)
            }
            await page.context().close()
        }
        for (const look of looks) await look_at(look, fresh)
        for (const [at, look] of more_looks.entries()) await look_at(look, fresh.filter((_, i) => i % 3 === at))
        assert.ok(Object.keys(faults).length === 0, JSON.stringify(faults, null, 1))
    })
}

const trackings = () => Object.entries(lab.ways).filter(([role]) => role.startsWith('requester')).map(([, way]) => way.path)

async function first_question() {
    const page = await lab.visit()
    await page.goto('/commander')
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Commencer la demande' }).click()])
    const path = new URL(page.url()).pathname
    await page.context().close()
    return path
}

test('text twice as large still fits on a phone', async () => {
    const faults = {}
    const five = [['coordinator', '/accueil'], ['coordinator', '/commandes'], ['participant (lead)', '/aujourdhui'], [undefined, '/commander'],
                  [undefined, trackings()[0]]]
    for (const [role, path] of five) {
        const page = await lab.visit({ role, width: 640, height: 900 })
        await page.goto(path)
        await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (wide > 0) faults[path] = `${wide} px too wide`
        await page.context().close()
    }
    assert.deepEqual(faults, {})
})

test('all along, no page went wrong', () => lab.assert_calm())
