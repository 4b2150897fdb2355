import type { SessionView } from '@stip/api'
import { expect, it } from 'vitest'
import { shownHands } from './shown-hands.ts'

const MINUTE = 60_000

it('[H3] tells who it is and for how long, or only which group', () => {
  const view = {
    groups: [{ id: 'a', letter: 'A' }],
    people: [
      { id: 'p1', number: 1, name: 'Noor' },
      { id: 'p2', number: 2, name: '' },
    ],
    hands: [
      { id: '1', number: 1, since: 0, personId: 'p1', groupId: 'a' },
      { id: '2', number: 2, since: MINUTE, groupId: 'a' },
      { id: '3', number: 3, since: 2 * MINUTE },
      { id: '4', number: 4, since: 9 * MINUTE, personId: 'p2' },
    ],
  } as unknown as SessionView
  expect(shownHands(view, 3 * MINUTE + 1)).toEqual([
    { number: 1, who: 'Noor', letter: 'A', minutes: 3 },
    { number: 2, who: 'Iemand uit groep A', letter: 'A', minutes: 2 },
    { number: 3, who: 'Iemand', letter: undefined, minutes: 1 },
    { number: 4, who: 'Deelnemer 2', letter: undefined, minutes: 0 },
  ])
})

it('knows of no hands where none are up', () => {
  expect(shownHands({ groups: [] } as unknown as SessionView, 0)).toEqual([])
})
