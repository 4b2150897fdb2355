import type { MyNote } from '@stip/api'
import { nlMyNotes } from './nl-my-notes.ts'

/** The way of a note in words, from the board to the version; each is a link of it. */
export function chainOf(note: MyNote): readonly string[] {
  const { state, letters, stackedWith, cluster, versions } = note
  const chain: string[] = [nlMyNotes.board(note.note.groupLetter)]
  const isOnVision = state === 'on-vision' || state === 'in-statement'
  if (isOnVision && stackedWith > 0) chain.push(nlMyNotes.stack(letters, stackedWith + 1))
  else if (isOnVision) chain.push(nlMyNotes.onVision)
  if (isOnVision && cluster !== null) chain.push(nlMyNotes.cluster(cluster))
  const made = madeFrom(note)
  if (made.length > 0) chain.push(nlMyNotes.statements(made.length))
  if (versions.length > 0) chain.push(nlMyNotes.versions(versions))
  return chain
}

/** What is to be said of a note that no statement is made from; '' of any other. */
export function endOf(note: MyNote): string {
  const { state, statements, why } = note
  if (state === 'in-statement') return ''
  const isTakenOut = statements.some(({ said }) => said?.answer === 'take-away')
  if (state === 'withdrawn' && isTakenOut) return nlMyNotes.takenOut
  if (why !== '' && state !== 'taken-away') return nlMyNotes.notUsed(why)
  return nlMyNotes.states[state]
}

/**
 * Notes with the most to see first: those with statements, then those on the vision. One that somebody takes
 * out of its statement stays where it is: nothing moves from under their finger.
 */
export function inOrder(notes: readonly MyNote[]): readonly MyNote[] {
  return notes.toSorted((one, other) => rank(one) - rank(other))
}

function rank({ state, statements }: MyNote): number {
  return statements.length > 0 ? -1 : order.indexOf(state)
}

const order: readonly MyNote['state'][] = [
  'in-statement',
  'on-vision',
  'withdrawn',
  'on-board',
  'taken-away',
]

function madeFrom({ statements }: MyNote): MyNote['statements'] {
  return statements.filter(({ said }) => said?.answer !== 'take-away')
}
