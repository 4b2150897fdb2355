import type { MyNote } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { chainOf, endOf, inOrder } from './chain.ts'

const note: MyNote = {
  note: { board: 'a', record: 'shape:a', text: 'Een vast gezicht', groupLetter: 'A' },
  state: 'on-board',
  stackedWith: 0,
  letters: [],
  cluster: null,
  statements: [],
  versions: [],
  why: '',
}
const statement: MyNote['statements'][number] = {
  id: 'shape:z',
  text: 'Elke buurt een gezicht',
  list: 'shared',
  card: 'shape:from.a.a',
  said: null,
}

describe('[MN1] the way of a note in words', () => {
  it('goes from the board to the version', () => {
    const whole: MyNote = {
      ...note,
      state: 'in-statement',
      stackedWith: 1,
      letters: ['A', 'B'],
      cluster: 'Gezicht',
      statements: [statement],
      versions: ['1', '1.1'],
    }
    expect(chainOf(whole)).toEqual([
      'bord van groep A',
      'op een stapel van A en B',
      'groepje ‘Gezicht’',
      '1 zin',
      'versies 1 en 1.1',
    ])
    expect(endOf(whole)).toBe('')
  })

  it('ends where the note stayed, and says why', () => {
    expect(chainOf(note)).toEqual(['bord van groep A'])
    expect(endOf(note)).toMatch(/kwam niet in de visie/)
    const lies: MyNote = { ...note, state: 'on-vision', letters: ['A'] }
    expect(chainOf(lies)).toEqual(['bord van groep A', 'op de visie'])
    expect(chainOf({ ...lies, stackedWith: 2 })[1]).toBe('op een stapel van 3 briefjes')
    expect(endOf({ ...lies, why: 'Dat weten we nog niet.' })).toBe(
      'Niet gebruikt, omdat: Dat weten we nog niet.',
    )
    expect(endOf({ ...note, state: 'taken-away', why: 'x' })).toMatch(/begeleider/)
  })

  it('does not count what its maker took out', () => {
    const out = { ...statement, said: { answer: 'take-away' as const, text: '' } }
    const back: MyNote = { ...note, state: 'withdrawn', statements: [out] }
    expect(chainOf(back)).toEqual(['bord van groep A'])
    expect(endOf(back)).toBe('Jij haalde het uit de visie.')
    expect(endOf({ ...note, state: 'withdrawn' })).toMatch(/ingetrokken/)
  })

  it('begins with what is in the vision', () => {
    const states = ['taken-away', 'on-board', 'in-statement', 'on-vision'] as const
    const sorted = inOrder(states.map((state) => ({ ...note, state })))
    expect(sorted.map(({ state }) => state)).toEqual([
      'in-statement',
      'on-vision',
      'on-board',
      'taken-away',
    ])
    const out = { ...statement, said: { answer: 'take-away' as const, text: '' } }
    const back: MyNote = { ...note, state: 'withdrawn', statements: [out] }
    expect(inOrder([{ ...note, state: 'on-vision' }, back])[0]).toBe(back)
  })
})
