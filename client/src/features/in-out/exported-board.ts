import type { SessionView } from '@stip/api'
import type { BoardRecord } from '@stip/board'
import type { BoardForPaper } from './document/content/content.ts'

export type BoardKind = SessionView['boards'][number]['kind']

type ExportedRecord = BoardRecord & { readonly sources: readonly { readonly group?: string }[] }

/** Something on a board, with the letters of the groups it comes from. */
type LetteredRecord = ExportedRecord & { readonly letters: readonly string[] }

/** A board as the server exports it (JSON). */
interface ExportedBoard {
  /** Everything in the file, but for its records. */
  readonly rest: object
  readonly records: readonly LetteredRecord[]
}

/** Letters of groups, by their names in what is exported. */
export type LettersByGroup = ReadonlyMap<string, string>

/** Reads what the server exports of a board. */
export function readExported(
  json: string,
  letter: string,
  lettersByGroup: LettersByGroup,
): ExportedBoard {
  const { records, ...rest } = JSON.parse(json) as {
    readonly records: readonly ExportedRecord[]
  }
  return {
    rest,
    records: records.map((record) => {
      const own = lettersOf(record, lettersByGroup)
      return { ...record, letters: own.length > 0 ? own : letter === '' ? [] : [letter] }
    }),
  }
}

function lettersOf({ sources, meta }: ExportedRecord, lettersByGroup: LettersByGroup): string[] {
  const found = sources.flatMap(({ group }) => lettersByGroup.get(group ?? '') ?? [])
  const written = meta['group']
  const own = typeof written === 'string' && written !== '' ? [written] : []
  return [...new Set([...found, ...own])].toSorted()
}

/** A board as it goes into a document. */
export function forPaper(
  { records }: ExportedBoard,
  {
    title,
    letter,
    kind,
  }: { readonly title: string; readonly letter: string; readonly kind: BoardKind },
): BoardForPaper {
  const letters = new Map<string, readonly string[]>(records.map((each) => [each.id, each.letters]))
  return {
    name: title,
    letter,
    isVision: kind === 'vision',
    records,
    // A whole chapter of one group needs no letters.
    lettersOf: (id) => (letter === '' ? (letters.get(id) ?? []) : []),
  }
}
