import { array, assert, constantFrom, integer, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleText } from './visible-text.ts'

/** Each is drawn as nothing, turns text around, or is half a letter. */
const unseen = [
  0x00_ad, 0x03_4f, 0x06_1c, 0x11_5f, 0x11_60, 0x17_b4, 0x18_0e, 0x20_0b, 0x20_0c, 0x20_0d, 0x20_0e,
  0x20_0f, 0x20_2a, 0x20_2e, 0x20_60, 0x20_64, 0x20_66, 0x20_69, 0x20_6f, 0x28_00, 0x31_64, 0xd8_00,
  0xdf_ff, 0xe0_00, 0xfe_00, 0xfe_0f, 0xfe_ff, 0xff_a0, 0xff_f9, 0xff_fc, 0xff_ff, 0x1_d1_59,
  0x1_d1_73, 0xe_00_01, 0xe_00_41, 0xe_00_7f, 0xe_01_00,
].map((code) => String.fromCodePoint(code))

const honest = [
  'Anna',
  'José',
  'Jose\u0301',
  'ĳsbrand',
  'Ĳda',
  'Ngu\u0323ye\u0302\u0301n',
  'Ömer Şahin',
  'Łukasz',
  'Ἀθηνᾶ',
  'עַבְרִית',
  'محمد',
  'می\u200Cخواهم',
  'क\u094D\u200Dष',
  'ශ\u0DCA\u200Dරී',
  '王小明',
  '김민수',
  '👩\u200D🌾',
  '👨🏽\u200D👩🏽\u200D👧🏽',
  '❤️',
  '1\uFE0F\u20E3',
  '🏳️\u200D🌈',
  '🇳🇱',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  "O'Brien-de Vries (2e)",
  '<b>Anna</b>',
]

describe('visible text', () => {
  it.each(honest)('keeps %s', (text) => {
    expect(visibleText(text)).toBe(text)
  })

  it.each(unseen)('takes out %j, wherever it stands', (mark) => {
    expect(visibleText(`${mark}An${mark}${mark}na${mark}`)).toBe('Anna')
    expect(visibleText(mark.repeat(5))).toBe('')
    expect(visibleText(`${mark} \u0301${mark}`)).toBe('')
  })

  it('is one line without double spaces', () => {
    expect(visibleText('  De\n\tBrug\u3000\u2028 Noord \u00A0')).toBe('De Brug Noord')
    expect(visibleText('De \u200B Brug')).toBe('De Brug')
  })

  it('carries no hidden letters, also not behind a flag', () => {
    const hidden = Array.from('geheim', (each) =>
      String.fromCodePoint(0xe_00_00 + each.charCodeAt(0)),
    )
    expect(visibleText(`🏴${hidden.join('')}\u{E007F}Anna${hidden.join('')}`)).toBe('🏴Anna')
  })

  it('keeps no towers of marks', () => {
    expect(visibleText(`e${'\u0301'.repeat(40)}`)).toBe(`e${'\u0301'.repeat(6)}`)
  })

  it('says the same of what it gave', () => {
    const piece = oneof(constantFrom(...unseen, ...honest, ' ', '\u0301', '\u200D'), string())
    assert(
      property(array(piece), integer({ min: 0, max: 40 }), (parts, cut) => {
        // Cut anywhere, also through a letter.
        const once = visibleText(parts.join('').slice(cut))
        expect(visibleText(once)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
