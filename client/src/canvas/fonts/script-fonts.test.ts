// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import upright from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import { DefaultFontFamilies } from 'tldraw'
import { applyScriptFonts, plainFaces, plainLook, scriptFaces } from './script-fonts.ts'
import { lettersOf, readsFromRight, scriptNames, scriptsIn, unicodeRange } from './scripts.ts'

describe('[I63] words on a board', () => {
  it.each([
    ['Meer groen, ’s avonds één café à € 3,50 … “ja” – nee • ½', []],
    ['Zĳ', ['latinExtended']],
    ['ağaç, şehir, ışıl ışıl, İstanbul', ['latinExtended']],
    ['Więcej łąk, żółć i gęś', ['latinExtended']],
    ['Thêm cây xanh ở thành phố', ['vietnamese']],
    ['Περισσότερο πράσινο', ['greek']],
    ['Більше зелені, ещё', ['cyrillic']],
    ['Көбірек жасыл', ['cyrillic', 'cyrillicExtended']],
    ['مزيد من الخضرة', ['arabic']],
    ['می‌خواهم', ['arabic']],
    ['יותר ירוק, שָׁלוֹם', ['hebrew']],
    ['nu → straks ← ↑ ↓ ↔ ⇒ ≥ ≤ ≠ ≈ ∞ ★ ● ■ ▶', ['arrows']],
    ['✓ ✔ ✗ ✘ ☐ ☑ ☒ ♥ ❤ ⚠ ☎ ✎ ➜ ❯', ['marks']],
  ])('%s: have a letter for each in what they bring along', (text, scripts) => {
    expect(scriptsIn(text)).toEqual(scripts)
    const files = [upright, ...scriptFaces(text, plainLook).map(({ src }) => src.url)]
    const fonts = files.map((file) => create(readFileSync(placeOf(file))))
    const missing = Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
      // What has no shape needs no letter.
      .filter((letter) => letter !== 0x20 && letter !== 0x200c)
      .filter((letter) => !fonts.some((font) => font.hasGlyphForCodePoint(letter)))
    expect(missing.map((letter) => String.fromCodePoint(letter))).toEqual([])
  })

  it('bring nothing along for what the device has to draw', () => {
    expect(scriptsIn('👍 ✅ 更多 हरियाली')).toEqual([])
    for (const name of scriptNames) expect(lettersOf(name)).not.toMatch(/\p{Emoji_Presentation}/u)
  })

  it('bring the same typeface along each time, which tldraw knows it by', () => {
    const [first, ...others] = scriptFaces('Ωμέγα', plainLook)
    expect(others).toEqual([])
    expect(scriptFaces('Άλφα', plainLook)[0]).toBe(first)
    expect(scriptFaces('Άλφα', { ...plainLook, weight: 'bold' })[0]).not.toBe(first)
    expect(plainFaces('Άλφα', 'sans')).toHaveLength(2)
  })

  it('are looked for behind each typeface of tldraw, in pictures too', () => {
    applyScriptFonts()
    applyScriptFonts()
    expect(DefaultFontFamilies.sans).toBe("'tldraw_sans', stip_scripts, sans-serif")
    expect(DefaultFontFamilies.mono).toBe("'tldraw_mono', stip_scripts, monospace")
  })

  it('have each letter from one typeface', () => {
    expect(unicodeRange('greek')).toBe('U+370-3FF')
    expect(unicodeRange('cyrillic')).toBe('U+301, U+400-45F, U+490-491, U+4B0-4B1, U+2116')
    const letters = scriptNames.flatMap((name) => Array.from(lettersOf(name)))
    expect(letters.filter((letter, at) => letters.indexOf(letter) !== at)).toEqual([])
  })
})

describe('[I65] a text', () => {
  it.each([
    ['שלום Stip', true],
    ['1. مرحبا', true],
    ['Stip שלום', false],
    ['2026 → 2030', false],
  ])('%s: is read from the right: %s', (text, expected) => {
    expect(readsFromRight(text)).toBe(expected)
  })
})

/** Where a file stands that tests know by the address it would have on a page. */
function placeOf(address: string): string {
  return join(import.meta.dirname, '../../../..', address.replace(/\?.*$/, ''))
}
