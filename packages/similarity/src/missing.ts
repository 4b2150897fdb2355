import { cluster } from './clusters/cluster.ts'
import { collectionOf } from './collection.ts'
import type { Entry } from './collection.ts'
import { featuresOf, foundIn } from './features.ts'
import type { Note } from './note.ts'

/** What is in no statement, as far as words tell. */
export interface Missing {
  /** The largest first. */
  readonly points: readonly MissingPoint[]
  /** Notes that are not found either, too few about one thing to be a point. */
  readonly others: readonly string[]
}

/** Notes about one thing of which nothing is found in the statements. */
export interface MissingPoint {
  /** What they are about, for people to read. */
  readonly name: string
  readonly notes: readonly string[]
}

interface Audited {
  /** All that people wrote, not only what groups chose. */
  readonly notes: readonly Note[]
  readonly statements: readonly Pick<Note, 'id' | 'text'>[]
  /** The notes from which a statement was made, by their ids. */
  readonly sources: ReadonlySet<string>
}

/** From this share of what a note says on, who reads the other knows its point. */
const COVERS = 0.5
/** So many notes make a point; what one person said is for that person to miss. */
const LEAST = 3
/** Groups are about this large, so that each is about one thing. */
const SIZE = 4
/** A group of which more than this is found elsewhere is not missing. */
const MOST_FOUND = 1 / 3

/**
 * Groups of notes whose point is in no statement, the largest first: 'niet terug te vinden in de visie:
 * 6 briefjes over de bus'. It says where to look; whether something is missing, people say.
 */
export function missingPoints({ notes, statements, sources }: Audited): Missing {
  const said = statements.map(({ id, text }) => ({ id: `statement ${id}`, text }))
  const { entries } = collectionOf([...notes, ...said])
  const own = new Set(notes.map(({ id }) => id))
  const written = entries.filter(({ note }) => own.has(note.id))
  const shown = entries.filter(({ note }) => !own.has(note.id) || sources.has(note.id))
  const isFound = (entry: Entry): boolean =>
    sources.has(entry.note.id) || shown.some((other) => covers(other, entry))
  const missing = new Set(written.filter((entry) => !isFound(entry)).map(({ note }) => note.id))
  const groups = cluster(notes, Math.ceil(notes.length / SIZE))
  const points = groups
    .map(({ name, ids }) => ({ name, ids, notes: ids.filter((id) => missing.has(id)) }))
    .filter((group) => group.notes.length >= LEAST)
    .filter((group) => group.ids.length - group.notes.length <= group.ids.length * MOST_FOUND)
    .toSorted((a, b) => b.notes.length - a.notes.length)
    .map((group) => ({ name: group.name, notes: group.notes }))
  const told = new Set(points.flatMap((point) => point.notes))
  const others = notes.map(({ id }) => id).filter((id) => missing.has(id) && !told.has(id))
  return { points, others }
}

/** What says the reverse of a note does not cover it. */
function covers(statement: Entry, note: Entry): boolean {
  return foundIn(note, statement) >= COVERS && featuresOf(note, statement).veto === undefined
}
