import canonicalize from 'canonicalize'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sterrenveld } from '../test/sterrenveld.ts'
import { canonical } from './canonical.ts'
import type { Json } from './canonical.ts'
import { sealed } from './hash.ts'

describe('the canonical form', () => {
  it('[R2] is that of the example of RFC 8785', () => {
    const given = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
      "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    ) as Json
    expect(canonical(given)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('[R2] has names in the order of their UTF-16 units', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
    const given = Object.fromEntries(names.map((name, place) => [name, place]))
    const order = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33']
    expect(Object.keys(JSON.parse(canonical({ a: 0, ...given })) as object)).toHaveLength(8)
    const places = order.map((name) => canonical(given).indexOf(`${JSON.stringify(name)}:`))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('[R2] is that of another implementation, for whatever JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme', noUnicodeString: false }), (given) => {
        const value = given as Json
        expect(canonical(value)).toBe(canonicalize(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it.each([
    ['a number without end', Infinity],
    ['no number', Number.NaN],
    ['half a sign', '\ud83d'],
    ['half a sign in a name', { '\udc00': 1 }],
  ])('[R2] refuses %s', (_name, value) => {
    expect(() => canonical(value)).toThrow(TypeError)
  })
})

describe('the hash', () => {
  it('[R3] is the SHA-256 of the canonical form in UTF-8, and stays what it was', () => {
    const { hash, text } = sealed(sterrenveld())
    expect(JSON.parse(text)).toEqual(sterrenveld())
    // Whoever sees this fail changed what every kept version says of itself.
    expect(hash).toBe('6c1ad3db52c9c6212d57f65883bba7ce2ada87d41aef876d50a2e0f5bd75b78e')
  })

  it('[R3] does not depend on the order in which fields were filled in', () => {
    const turned = Object.fromEntries(Object.entries(sterrenveld()).toReversed())
    expect(sealed(turned as ReturnType<typeof sterrenveld>)).toEqual(sealed(sterrenveld()))
  })

  it('[R3] is another one when anything else is said', () => {
    const content = sterrenveld()
    const { hash } = sealed({ ...content, withdrawn: content.withdrawn + 1 })
    expect(hash).not.toBe(sealed(content).hash)
  })
})
