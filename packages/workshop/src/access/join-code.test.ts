import { idFromBytes } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatJoinCode, normalizeJoinCode } from './join-code.ts'

describe('reading a join code', () => {
  it.each(['K7QF2M9P', 'k7qf-2m9p', ' K7QF 2M9P\n', 'k7.qf.2m.9p', 'K7QF–2M9P', 'K7QF\u00a02M9P'])(
    '[J1] reads %j',
    (typed) => {
      expect(normalizeJoinCode(typed)).toBe('K7QF2M9P')
    },
  )

  it('[J2] forgives letters that look like digits', () => {
    expect(normalizeJoinCode('oOiIlL-00')).toBe('00111100')
  })

  it('[J3] finds the code in a whole link', () => {
    expect(normalizeJoinCode('http://stip.example/doe-mee#K7QF2M9P')).toBe('K7QF2M9P')
  })

  it.each([
    'Code: K7QF-2M9P',
    'code K7QF 2M9P',
    'De code is K7QF-2M9P.',
    'Deelnamecode: “K7QF-2M9P”',
    '"K7QF-2M9P"',
    "'k7qf2m9p'",
    '«K7QF-2M9P»',
    '(K7QF-2M9P)',
    '*K7QF-2M9P*',
    'Ｋ７ＱＦ－２Ｍ９Ｐ',
    'k7qf\u200b2m9p',
    '\ufeffK7QF\u20112M9P\u200e',
    'K7QF\u00ad2M9P',
    '\u3164K7QF\u2800 2M9P\ufe0f',
    'K7QF\u22122M9P',
    'K7QF\t2M9P\r\n',
    '1: K7QF-2M9P',
    'Doe vanavond mee met K7QF-2M9P op stip.example',
    'deelname K7QF2M9P',
    'http://stip.example/doe-mee#K7QF2M9P\nTot vanavond!',
    'https://stip.example/doe-mee#K7QF-2M9P&utm_source=mail',
    'https://stip.example/doe-mee%23K7QF2M9P',
    '<https://stip.example/doe-mee#K7QF2M9P>',
  ])('[J1] reads %j', (typed) => {
    expect(normalizeJoinCode(typed)).toBe('K7QF2M9P')
  })

  it.each(['', 'K7QF2M9', 'K7QF2M9PP', 'K7QF2M9U', 'K7QF2M9É', 'K7QF2M9_*', '        '])(
    '[J4] refuses %j',
    (typed) => {
      expect(normalizeJoinCode(typed)).toBeUndefined()
    },
  )

  it('[J4] never throws, and gives eight symbols or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(normalizeJoinCode(typed) ?? '00000000').toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u)
      }),
    )
  })

  it('[J5] reads back every code that was formatted', () => {
    expect(formatJoinCode('K7QF2M9P')).toBe('K7QF-2M9P')
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const code = normalizeJoinCode(idFromBytes(bytes)) ?? ''
        expect(normalizeJoinCode(formatJoinCode(code))).toBe(idFromBytes(bytes).toUpperCase())
      }),
    )
  })
})
