// Which pages there are, and what every page must be.
import assert from 'node:assert/strict'
import { axe } from './lab.mjs'

// Two pages of one kind differ by a number or a word of passage: one of each kind is enough, but for the orders,
// whose page changes with their state.
export const kind_of = (path) => path.split('?')[0].replace(/\/\d+/g, '/*').replace(/\/[\w-]{20,}/g, '/*').replace(/^\/m\/\w+/, '/m/*')
const is_page = (path) => path.startsWith('/') && !/\.(pdf|csv|xlsx)$|^\/assets\/|\/images\/|^\/deconnexion|^\/metrics/.test(path)

export async function pages_from(page, homes, { most_orders = 1 } = {}) {
    const seen = new Map()  // kind -> how many
    const found = []
    const waiting = [...homes]
    const known = new Set()
    while (waiting.length) {
        const path = waiting.shift()
        if (known.has(path)) continue
        known.add(path)
        const kind = kind_of(path)
        const count = seen.get(kind) ?? 0
        if (count >= (kind === '/commandes/*' ? most_orders : 1)) continue
        const answer = await page.request.get(path, { maxRedirects: 5 })
        if (answer.status() !== 200 || !(answer.headers()['content-type'] ?? '').startsWith('text/html')) {
            assert.ok(answer.status() < 400, `${path}, to which a page leads, answers ${answer.status()}`)
            continue
        }
        seen.set(kind, count + 1)
        found.push(path)
        const links = (await answer.text()).matchAll(/<a [^>]*?href="([^"#]+)/g)
        for (const [, href] of links) {
            const to = href.replaceAll('&amp;', '&')
            if (is_page(to) && !to.includes('?')) waiting.push(to)
        }
    }
    return found
}

// Everything that can be seen without a tool: in the page, at the width it has now.
function flaws() {
    const found = []
    const visible = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0
    const name = (one) => `${one.tagName.toLowerCase()}.${one.className?.baseVal ?? one.className} "${(one.textContent ?? '').trim().slice(0, 30)}"`
    const wide = innerWidth

    if (document.documentElement.scrollWidth > wide) found.push(`it slides sideways: ${document.documentElement.scrollWidth} px in ${wide}`)
    const scrolls = (one) => {
        for (let box = one.parentElement; box && box !== document.body; box = box.parentElement)
            if (/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX)) return true
        return false
    }
    for (const one of document.querySelectorAll('body *')) {
        if (!visible(one) || one.closest('svg')?.parentElement?.closest('svg')) continue
        const box = one.getBoundingClientRect()
        if (box.right > wide + 1 && box.width > 1 && !scrolls(one) && !one.closest('.skip, .for-readers')) {
            found.push(`past the right edge: ${name(one)}`)
            break
        }
    }

    const heads = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(visible)
    const first = heads.filter((one) => one.tagName === 'H1').length
    if (first !== 1) found.push(`${first} h1`)
    let before = 0
    for (const one of heads) {
        const level = Number(one.tagName[1])
        if (level > before + 1) found.push(`h${before} is followed by ${name(one)}`)
        before = level
    }

    const ids = [...document.querySelectorAll('[id]')].map((one) => one.id)
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
    if (twice.length) found.push(`the same id twice: ${twice.join(', ')}`)
    if (document.documentElement.outerHTML.includes('⟦')) found.push(`a word is missing: ${document.documentElement.outerHTML.match(/⟦[^⟧]*⟧/)?.[0]}`)
    if (!/^(fr|en)/.test(document.documentElement.lang)) found.push('no language')
    if (document.querySelectorAll('main').length !== 1) found.push('not one main')
    for (const one of document.querySelectorAll('nav')) if (!one.ariaLabel && !one.getAttribute('aria-labelledby')) found.push('a nav without a name')
    for (const one of document.querySelectorAll('[onclick], [style]:not(svg *)')) if (one.hasAttribute('onclick')) found.push(`code in ${name(one)}`)
    for (const one of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
        if (visible(one) && !one.labels?.length && !one.ariaLabel) found.push(`no label: ${one.name}`)

    // Links inside a sentence may be as low as its line.
    const in_text = (one) => one.matches('p a, li a, dd a, td a, th a, small a') && getComputedStyle(one).display.startsWith('inline') && one.closest('p, dd, td, th, small, li')?.textContent.trim() !== one.textContent.trim()
    for (const one of document.querySelectorAll('a[href], button, select, summary, textarea, input:not([type=hidden])')) {
        if (!visible(one) || one.closest('.skip') || one.matches('.skip') || in_text(one)) continue
        const label = one.matches('[type=radio], [type=checkbox]') ? one.closest('label') : null
        const box = (label ?? one).getBoundingClientRect()
        if (box.height < 24 && getComputedStyle(one, '::after').position !== 'absolute') found.push(`only ${Math.round(box.height)} px high: ${name(one)}`)
        if (box.width < 24) found.push(`only ${Math.round(box.width)} px wide: ${name(one)}`)
    }
    return found.slice(0, 8)
}

export async function faults_of(page) {
    return [...(await page.evaluate(flaws)), ...(await axe(page))]
}
