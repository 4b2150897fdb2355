import { describe, expect, it } from 'vitest'
import { aNote, exchange, smuggle, twoScreens } from '../../test/two-screens.ts'

/** What a server without a gateway could let through; none of it may take a screen down. */
const broken: Readonly<Record<string, object>> = {
  'an unknown kind': { type: 'onbekend' },
  'an embed': { type: 'embed' },
  'a place too far away': { x: Number.MAX_VALUE },
  'a colour that is none': { props: { color: 'onzichtbaar' } },
  'a rotation that is none': { rotation: 'scheef' },
  'an opacity beyond one': { opacity: 7 },
  'a parent that is no name': { parentId: 'nergens' },
  'a lock that is no yes or no': { isLocked: 'ja' },
  'props of another kind': { type: 'arrow' },
  'a zone without size': { type: 'zone', props: {} },
  'a stip without colour': { type: 'stip', props: { w: 1, scale: 1, color: 'niets' } },
  'ink that is none': { type: 'draw', props: { segments: 'geen inkt' } },
  'a hoofdpunt that is neither': { meta: { keyCard: 'ja' } },
  'an author': { meta: { authors: ['Anna'] } },
  'a binding that is a shape': { typeName: 'binding' },
}

describe('a record that cannot be drawn', () => {
  it.each(Object.entries(broken))('is set aside, and the rest is shown: %s', (_name, fields) => {
    const [anna, bilal] = twoScreens()
    anna.add(aNote('goed'))
    smuggle(anna, { ...aNote('stuk'), ...fields })
    exchange(anna, bilal)
    expect(bilal.shown()).toHaveLength(1)
    expect([...bilal.binding.quarantine.keys()]).toEqual(['shape:stuk'])
    bilal.add(aNote('erbij'))
    exchange(anna, bilal)
    expect(anna.shown()).toHaveLength(2)
  })
})
