import type { MissingAnswer, MissingNote } from '@stip/api'
import { outlineOf, traceOf } from '@stip/board'
import type { NoteTrace, SourceBoard, StoredRecord, Vision } from '@stip/board'
import { liveOf } from '@stip/documents'
import { missingPoints } from '@stip/similarity'

interface Audited {
  readonly vision: Vision
  /** What is stored on the board of the vision. */
  readonly onVision: readonly StoredRecord[]
  readonly boards: readonly SourceBoard[]
}

/**
 * What groups wrote and is found in no statement. What they took back, what was taken away, and what
 * people said of why it is not used, is not missing.
 */
export function missingNotes({ vision, onVision, boards }: Audited): MissingAnswer {
  const traces = traceOf({ vision, onVision, boards }).filter(isThere)
  const asked = traces.filter((trace) => isUsed(trace) || trace.why === '')
  const byId = new Map(asked.map((trace) => [nameOf(trace), trace]))
  const zones = zonesOn(boards)
  const notes = asked.map((trace) => ({
    id: nameOf(trace),
    board: trace.group,
    zone: zones.get(nameOf(trace)) ?? '',
    text: trace.words,
  }))
  const sources = new Set(asked.filter(isUsed).map(nameOf))
  const { points, others } = missingPoints({ notes, statements: vision.statements, sources })
  const letters = new Map(boards.map(({ group }) => [group.id, group.letter]))
  const shown = (ids: readonly string[]): MissingNote[] =>
    ids.flatMap((id) => {
      const trace = byId.get(id)
      return trace === undefined ? [] : [shownOf(trace, letters.get(trace.group) ?? '')]
    })
  return {
    statements: vision.statements.length,
    notes: traces.length,
    used: sources.size,
    explained: traces.length - asked.length,
    points: points.map(({ name, notes: ids }) => ({ name, notes: shown(ids) })),
    others: shown(others),
  }
}

function isUsed({ state }: NoteTrace): boolean {
  return state === 'in-statement'
}

function isThere({ state, words }: NoteTrace): boolean {
  return state !== 'withdrawn' && state !== 'taken-away' && words !== ''
}

function nameOf({ board, record }: Pick<NoteTrace, 'board' | 'record'>): string {
  return `${board} ${record}`
}

function shownOf({ board, record, words, cards }: NoteTrace, groupLetter: string): MissingNote {
  return { board, record, text: words, groupLetter, cards: [...cards] }
}

/** The titles of the zones in which things lie, by their names. */
function zonesOn(boards: readonly SourceBoard[]): ReadonlyMap<string, string> {
  return new Map(
    boards.flatMap(({ board, records }) =>
      outlineOf(liveOf(records)).sections.flatMap(({ title, items }) =>
        items.map(({ id }) => [nameOf({ board, record: id }), title] as const),
      ),
    ),
  )
}
