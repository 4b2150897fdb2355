// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { layPaper, nameImages, nameTypefaces, offerWords, partColors } from './svg-elements.ts'
import type { Line } from './written.ts'

const look = { size: 22, weight: '400', isItalic: false, color: 'rgb(27, 31, 36)', decoration: '' }
const line: Line = {
  x: 100,
  baseline: 40,
  anchor: 'middle',
  isRightToLeft: false,
  runs: [{ text: 'Rust & ruimte', look }],
  marks: [],
}

describe('[I50] words in HTML', () => {
  it('stand in a choice, with the same words for who knows no HTML', () => {
    const root = drawing('<foreignObject x="0" y="8" width="200" height="200"/>')
    offerWords(root.querySelector('foreignObject') as Element, [line])
    const [html, others] = root.querySelector('switch')?.children ?? []
    expect(html?.getAttribute('requiredExtensions')).toBe('http://www.w3.org/1999/xhtml')
    expect(others?.getAttribute('transform')).toBe('translate(0 8)')
    expect(written(others)).toContain(
      '<text x="100" y="40" text-anchor="middle" font-size="22" fill="rgb(27, 31, 36)">Rust &amp; ruimte</text>',
    )
  })

  it('stay as they are where nothing is written', () => {
    const root = drawing('<foreignObject width="200" height="200"/>')
    offerWords(root.querySelector('foreignObject') as Element, [])
    expect(root.querySelector('switch')).toBeNull()
  })

  it('keep how they look, run by run, and their spaces', () => {
    const bold = { ...look, weight: '700', isItalic: true, decoration: 'underline', hasRim: true }
    const runs = [
      { text: 'een ', look: { ...look, color: 'rgba(0, 0, 0, 0.5)' } },
      { text: 'twee', look: bold },
    ]
    const text = wordsOf({ ...line, anchor: 'start', runs })
    expect(text.getAttribute('xml:space')).toBe('preserve')
    expect(text.hasAttribute('text-anchor')).toBe(false)
    const [one, two] = text.children
    expect(one?.textContent).toBe('een ')
    expect([one?.getAttribute('fill'), one?.getAttribute('fill-opacity')]).toEqual([
      'rgb(0, 0, 0)',
      '0.5',
    ])
    expect(written(two)).toContain(
      'font-weight="700" font-style="italic" text-decoration="underline" data-rim="paper"',
    )
  })

  it('keep from which side they are read, for who heeds an attribute and who heeds signs', () => {
    const text = wordsOf({ ...line, isRightToLeft: true, runs: [{ text: 'שלום abc!', look }] })
    expect(text.getAttribute('direction')).toBe('rtl')
    expect(text.textContent).toBe('\u2067שלום abc!\u2069')
  })
})

describe('[I52] what a browser knows and others do not', () => {
  it('is the paper below everything, which is a sheet now', () => {
    const root = drawing('<defs/><g/>')
    layPaper(root)
    expect(written(root.children[1])).toContain(
      'x="-5" y="0" width="300" height="200" fill="rgb(251, 250, 247)"',
    )
  })

  it('is our typeface, which comes by a rule, and is another as an attribute', () => {
    const root = drawing(
      `<defs/><text font-family="'tldraw_draw', stip_scripts, sans-serif">a</text><g font-family="tldraw_sans, sans-serif"/>`,
    )
    nameTypefaces(root)
    const [, text, group] = root.children
    expect(text?.getAttribute('font-family')).toMatch(/^Arial,/)
    expect(group?.getAttribute('data-typeface')).toBe('tldraw_sans')
    expect(root.querySelector('style')?.textContent).toContain(
      '[data-typeface=tldraw_draw]{font-family:tldraw_draw,stip_scripts,Arial,',
    )
  })

  it('is the newer name of the address of a picture', () => {
    const root = drawing('<image href="data:image/png;base64,AA"/>')
    nameImages(root)
    const image = root.querySelector('image')
    expect(image?.getAttributeNS('http://www.w3.org/1999/xlink', 'href')).toMatch(/^data:/)
    expect(image?.getAttribute('href')).toBeNull()
  })

  it('is a colour that one can look through, which comes in two parts', () => {
    const root = drawing(
      '<rect fill="rgba(0,0,0,.1)" stroke="rgba(1, 2, 3, 0.5)"/><rect fill="red"/>',
    )
    partColors(root)
    expect(written(root.children[0])).toContain(
      'fill="rgb(0, 0, 0)" stroke="rgb(1, 2, 3)" fill-opacity=".1" stroke-opacity="0.5"',
    )
    expect(root.children[1]?.getAttribute('fill')).toBe('red')
  })
})

function drawing(content: string): Element {
  const style = 'background-color: rgb(251, 250, 247)'
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 0 300 200" style="${style}">${content}</svg>`
  return new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
}

function wordsOf(own: Line): Element {
  const root = drawing('<foreignObject width="200" height="200"/>')
  offerWords(root.querySelector('foreignObject') as Element, [own])
  return root.querySelector('switch > g > text') as Element
}

function written(element: Element | undefined): string {
  return element === undefined ? '' : new XMLSerializer().serializeToString(element)
}
