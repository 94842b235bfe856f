// The same steps with the keyboard alone: everything can be reached, in the order one reads, and is seen to be.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { assert_says, day_in, open_lab } from './lab.mjs'
import { order_named, question_of } from './request.mjs'

let lab
before(async () => { lab = await open_lab() })
after(() => lab?.close())

// What shows where one is: the element's own ring, or that of the box around a small control, or of its card.
function ring() {
    const one = document.activeElement
    const rings = [one, one.closest('.choice'), one.closest('.search')].filter(Boolean).map((box) => getComputedStyle(box))
    rings.push(getComputedStyle(one, '::after'))
    const wide = Math.max(...rings.map((style) => (style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth))))
    const box = (one.closest('.choice') ?? one).getBoundingClientRect()
    const over = document.elementFromPoint(Math.max(0, box.x + box.width / 2), box.y + Math.min(box.height / 2, 20))
    return { name: `${one.tagName} ${one.getAttribute('aria-label') ?? one.name ?? one.textContent.trim().slice(0, 30)}`, wide,
             seen: box.bottom > 0 && box.top < innerHeight, covered: !!over?.closest('.tabs') && !one.closest('.tabs') }
}

// Tab after Tab to the control that `is_it` knows; every stop on the way must show itself.
async function tab_to(page, selector, most = 80) {
    for (let i = 0; i < most; ++i) {
        await page.keyboard.press('Tab')
        const stop = await page.evaluate(ring)
        assert.ok(stop.wide >= 2, `${page.url()}: no ring around ${stop.name}`)
        assert.ok(stop.seen && !stop.covered, `${page.url()}: ${stop.name} is out of sight`)
        if (await page.evaluate((to) => document.activeElement.matches(to), selector)) return
    }
    assert.fail(`${page.url()}: Tab does not reach ${selector}`)
}

async function press_and_land(page, key = 'Enter') {
    const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.keyboard.press(key)])
    return answer
}

const first_submit = 'main form button[type=submit], main form button:not([type])'

test('the first stop leads straight to the content', async () => {
    const page = await lab.signed_in('coordinator')
    await page.goto('/accueil')
    await page.keyboard.press('Tab')
    assert.ok(await page.evaluate(() => document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().left >= 0))
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MAIN')
})

test('Ctrl K goes to the search, and Enter searches', async () => {
    const page = await lab.signed_in('coordinator')
    await page.goto('/accueil')
    await page.keyboard.press('Control+k')
    assert.equal(await page.evaluate(() => document.activeElement.closest('.search') !== null), true)
    assert.ok((await page.evaluate(ring)).wide >= 2)
    await page.keyboard.type('pupitres')
    await press_and_land(page)
    await assert_says(page, '12 pupitres de lecture')
})

test('a request begins, errs, and goes on', async () => {
    const page = await lab.visit({ width: 390, height: 844 })
    await page.goto('/commander')
    await tab_to(page, first_submit)
    await press_and_land(page)
    await tab_to(page, '[name=title]')
    await page.keyboard.type('Un jeu pour la cour')
    assert.equal((await press_and_land(page)).status(), 422)
    const focused = await page.evaluate(() => document.activeElement.closest('[data-focus]') !== null)
    assert.ok(focused, 'after a refusal, reading starts at what is missing')
    await tab_to(page, '.error-summary a, [data-focus] a')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement.name), 'kind', 'the summary leads to the field')
    await page.keyboard.press('Space')
    await tab_to(page, first_submit)
    await press_and_land(page)
    assert.equal(question_of(page), 'besoin')
})

test('an order is studied and accepted', async () => {
    const page = await lab.signed_in('coordinator')
    const order = await order_named(page, '30 supports de visière')
    await page.goto(`${order}/etude`)
    for (const name of ['public_interest', 'nobodys_job', 'machines', 'safe_for_minors', 'delay']) {
        await tab_to(page, `[name=${name}]`)
        for (let i = 0; i < 3 && (await page.evaluate(() => document.activeElement.value)) !== 'yes'; ++i) await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Space')
    }
    await tab_to(page, '[name=estimate]')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('40')
    await press_and_land(page)
    await assert_says(page, 'L’étude est gardée.')
    await tab_to(page, '[name=due]')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(day_in(25))
    await press_and_land(page)
    await assert_says(page, 'La commande est acceptée.')
})

test('a step moves on the board with Enter and arrows, and Escape closes its menu', async () => {
    const page = await lab.signed_in('participant (lead)', { width: 390, height: 844 })
    await page.goto('/missions')
    await page.goto(await page.getByRole('link', { name: '20 boîtes à livres' }).first().getAttribute('href'))
    const card = page.locator('[data-column=todo] [data-card]').first()
    const name = await card.getByRole('link').first().innerText()
    await tab_to(page, '[data-column=todo] .board-move > summary')
    await page.keyboard.press('Enter')
    assert.equal(await card.locator('details').getAttribute('open'), '')
    await page.keyboard.press('Escape')
    assert.equal(await card.locator('details').getAttribute('open'), null)
    await page.keyboard.press('Enter')
    await tab_to(page, '.board-move select')
    await page.evaluate(() => document.activeElement.value) === 'doing' || await page.keyboard.press('ArrowDown')
    const to = await page.evaluate(() => document.activeElement.value)
    await tab_to(page, '.board-move button')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => {
        const board = document.querySelector('[data-board]')
        return board.querySelector('[role=status]').textContent === board.dataset.moved
    })
    assert.equal(await page.locator(`[data-column=${to}]`).getByRole('link', { name }).count(), 1)
    assert.equal(await page.evaluate(() => document.activeElement.textContent), name, 'reading goes on at the card that moved')
})

test('all along, no page went wrong', () => lab.assert_calm())
