import type { BoardId, GroupId, RecordId } from '@stip/primitives'
import { isCard } from '../collect/cards.ts'
import { compare } from '../ends.ts'
import type { SourceBoard } from '../merge/merge-plan.ts'
import { wordsOn } from '../outline/words.ts'
import type { StoredRecord } from '../record.ts'
import { familiesOn } from './families.ts'
import type { Family, Places } from './families.ts'
import type { Vision, VisionCard, VisionStatement } from './vision.ts'

/**
 * What became of a note. `in-statement`: a statement is made from it; `withdrawn`: its group deleted it,
 * people took it off the vision, or its maker took it back; `taken-away`: by the facilitator.
 */
export type NoteState = 'on-board' | 'on-vision' | 'in-statement' | 'withdrawn' | 'taken-away'

/** Of [M1]: what became of all that groups made. */
export type NoteFate = 'used' | 'unprocessed' | 'withdrawn'

/** What became of a note that somebody wrote on the board of a group. */
export interface NoteTrace {
  readonly board: BoardId
  readonly record: RecordId
  readonly group: GroupId
  /** What it says now; '' of what was taken away. */
  readonly words: string
  /** Of copies of it, by their board and record; itself included. */
  readonly family: readonly { readonly board: BoardId; readonly record: RecordId }[]
  readonly state: NoteState
  /** On the vision; the first is the one of which stack and cluster are told. */
  readonly cards: readonly RecordId[]
  /** How many other cards lie on its stack. */
  readonly stackedWith: number
  /** Of the groups whose cards lie there. */
  readonly letters: readonly string[]
  /** The name of its cluster, which may be ''; null in none. */
  readonly cluster: string | null
  /** Those made from it, and from which card of it each. */
  readonly statements: readonly (Pick<VisionStatement, 'id' | 'text' | 'list'> & {
    readonly card: RecordId | null
  })[]
  /** "Niet gebruikt, omdat …"; ''. */
  readonly why: string
}

interface TraceInput {
  readonly vision: Vision
  /** What is stored on the board of the vision. */
  readonly onVision: readonly StoredRecord[]
  readonly boards: readonly SourceBoard[]
}

/**
 * Says of every note on the boards of groups what became of it. Copies of it, on any board, are followed
 * by what the server noted of them and not by what they say of themselves; nothing in it tells who wrote what.
 */
export function traceOf({ vision, onVision, boards }: TraceInput): readonly NoteTrace[] {
  const families = familiesOn(boards, isNote)
  const places = families.placesOn(onVision)
  const cards = families.grouped([...vision.cards, ...vision.captions])
  const statementsFrom = families.grouped(
    vision.statements.map(({ id }) => ({ id, sources: sourcesIn(onVision, id) })),
  )
  const known = knownAbout(vision)
  return families.all.toSorted(inOrder).map((family) => {
    const own = (cards.get(family.key) ?? []).toSorted(usedFirst)
    const themselves = new Set((statementsFrom.get(family.key) ?? []).map(({ id }) => id))
    const statements = vision.statements.flatMap(({ id, text, list, cards: behind }) => {
      const card = behind.find((each) => own.some((one) => one.id === each.id))?.id ?? null
      return card !== null || themselves.has(id) ? [{ id, text, list, card }] : []
    })
    const first = own[0]?.id
    const pile = known.pileOf.get(first ?? '')
    return {
      board: family.board,
      record: family.note.record.id,
      group: family.group,
      words: family.isTakenAway ? '' : wordsOn(family.note.record).trim(),
      family: family.members,
      state: stateOf(family, { places, own, isInStatement: statements.length > 0 }),
      cards: own.map(({ id }) => id),
      stackedWith: (pile?.cards.length ?? 1) - 1,
      letters: pile?.letters ?? [],
      cluster: known.clusterOf.get(first ?? '') ?? null,
      statements,
      why: own.find(({ why }) => why !== '')?.why ?? '',
    }
  })
}

/** Into which part of [M1] a note falls: every state into one. */
export function fateOf(state: NoteState): NoteFate {
  if (state === 'on-vision' || state === 'in-statement') return 'used'
  return state === 'on-board' ? 'unprocessed' : 'withdrawn'
}

function stateOf(
  { isTakenAway, isGone, key }: Family,
  now: {
    readonly places: Places
    readonly own: readonly VisionCard[]
    readonly isInStatement: boolean
  },
): NoteState {
  if (isTakenAway) return 'taken-away'
  if (isGone) return 'withdrawn'
  if (now.isInStatement) return 'in-statement'
  if (now.own.length > 0 && now.own.every(({ isTakenBack }) => isTakenBack)) return 'withdrawn'
  if (now.places.live.has(key)) return 'on-vision'
  return now.places.removed.has(key) ? 'withdrawn' : 'on-board'
}

/** What says something by itself; of what was taken away nobody can tell any more. */
function isNote({ record, isTemplate, isTakenAway }: StoredRecord): boolean {
  if (isTemplate || record.typeName !== 'shape') return false
  return isCard(record) || (isTakenAway === true && record.type === 'note')
}

function sourcesIn(onVision: readonly StoredRecord[], id: RecordId): StoredRecord['sources'] {
  return onVision.find(({ record }) => record.id === id)?.sources ?? []
}

function knownAbout({ clusters, shared, unique }: Vision) {
  const inClusters = clusters.flatMap(({ name, piles }) => piles.map((pile) => ({ name, pile })))
  const piles = [...inClusters.map(({ pile }) => pile), ...shared, ...unique]
  return {
    pileOf: new Map(piles.flatMap((pile) => pile.cards.map(({ id }) => [id, pile] as const))),
    clusterOf: new Map(
      inClusters.flatMap(({ name, pile }) => pile.cards.map(({ id }) => [id, name] as const)),
    ),
  }
}

function usedFirst(one: VisionCard, other: VisionCard): number {
  return Number(other.isUsed) - Number(one.isUsed) || compare(one.id, other.id)
}

/** Board by board, and there from the top. */
function inOrder(one: Family, other: Family): number {
  const [place, otherPlace] = [one.note.record, other.note.record]
  return (
    compare(one.letter, other.letter) ||
    compare(one.board, other.board) ||
    Number(place['y']) - Number(otherPlace['y']) ||
    Number(place['x']) - Number(otherPlace['x']) ||
    compare(place.id, otherPlace.id)
  )
}
