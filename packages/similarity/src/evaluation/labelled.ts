import type { Note } from '../note.ts'

/** A note with what it says (`idea`, a number within the evening) and what it is about. */
export interface LabelledNote extends Note {
  readonly board: string
  readonly zone: string
  readonly idea: number
  readonly group: number
}

/** One invented evening of the labelled set; see the README beside the data. */
export interface LabelledEvening {
  readonly evening: string
  readonly part: 'train' | 'held-out'
  readonly groups: readonly string[]
  readonly notes: readonly LabelledNote[]
  readonly opposites: readonly (readonly string[])[]
}

export type Label = 'same' | 'opposite' | 'related' | 'other'

/** What people said about two notes: listed as opposites, one idea, one group, or nothing. */
function labelOf(evening: LabelledEvening, a: LabelledNote, b: LabelledNote): Label {
  if (evening.opposites.some((pair) => pair.includes(a.id) && pair.includes(b.id)))
    return 'opposite'
  if (a.idea === b.idea) return 'same'
  return a.group === b.group ? 'related' : 'other'
}

/** Every two notes on different boards, with their label. */
export function labelledPairs(
  evening: LabelledEvening,
): readonly { readonly a: string; readonly b: string; readonly label: Label }[] {
  return evening.notes.flatMap((a, place) =>
    evening.notes
      .slice(place + 1)
      .filter((b) => b.board !== a.board)
      .map((b) => ({ a: a.id, b: b.id, label: labelOf(evening, a, b) })),
  )
}

/** An evening in so many parts, with each of its notes in one: as when only some were brought along. */
export function partsOf(evening: LabelledEvening, count: number): readonly LabelledEvening[] {
  return Array.from({ length: count }, (_, part) => ({
    ...evening,
    // In leaps, so that notes of one idea get into one part now and then.
    notes: evening.notes.filter((_note, at) => Math.floor((at * 7) / count) % count === part),
  }))
}
