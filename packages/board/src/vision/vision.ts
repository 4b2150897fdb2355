import type { GroupId, RecordId } from '@stip/primitives'
import type { BoardRecord, Source } from '../record.ts'

/** What statements are: what all say, offer, ask, on which they differ, and what is open. */
export type StatementList = 'shared' | 'offer' | 'ask' | 'difference' | 'open'

/** In the order in which they are read and counted. */
export const statementLists: readonly StatementList[] = [
  'shared',
  'offer',
  'ask',
  'difference',
  'open',
]

/** What the vision is read from. Nothing in it is ever changed. */
export interface VisionInput {
  /** What the board of the vision shows: `liveOf` of @stip/documents. */
  readonly records: readonly BoardRecord[]
  /** Where a record came from. */
  readonly sourcesOf: (id: RecordId) => readonly Source[]
  readonly letterOf: (group: GroupId) => string | undefined
  /** What the format says of zones, as far as steps were opened. */
  readonly zones: readonly {
    readonly id: string
    readonly kind: string
    readonly list?: StatementList | undefined
  }[]
  readonly structure: Structure
}

/** What people decided about cards and statements, by their records on the vision. */
export interface Structure {
  readonly stacks: readonly { readonly id: string; readonly cards: readonly string[] }[]
  readonly clusters: readonly {
    readonly id: string
    readonly name: string
    readonly cards: readonly string[]
  }[]
  readonly sources: readonly { readonly statement: string; readonly cards: readonly string[] }[]
  readonly notSame: readonly (readonly [string, string])[]
  readonly reasons: readonly { readonly card: string; readonly why: string }[]
  /** Cards that their makers took out of a statement: they are no source of it, whatever else says so. */
  readonly takenOut: readonly { readonly statement: string; readonly card: string }[]
}

/** A card of a group on the vision. */
export interface VisionCard {
  readonly id: RecordId
  readonly words: string
  readonly isPicture: boolean
  /** Of the groups that it came from. */
  readonly letters: readonly string[]
  readonly sources: readonly Source[]
  /** Its group deleted it; it is here still. */
  readonly isWithdrawn: boolean
  /** A statement is made from it. */
  readonly isUsed: boolean
  /** Its maker took it out of a statement, and no other is made from it. */
  readonly isTakenBack: boolean
  /** Why it is in no statement, as people said; ''. */
  readonly why: string
}

/** Cards that say the same, or one by itself. */
export interface VisionPile {
  /** That of its first card. */
  readonly id: RecordId
  readonly cards: readonly VisionCard[]
  readonly letters: readonly string[]
}

/** Piles that belong together. */
export interface VisionCluster {
  readonly id: string
  readonly name: string
  readonly piles: readonly VisionPile[]
  readonly letters: readonly string[]
}

/** A sentence of the vision, or a difference or open question beside it. */
export interface VisionStatement {
  readonly id: RecordId
  readonly text: string
  readonly list: StatementList
  /** The zone in which it lies. */
  readonly zone: RecordId
  /** From which it is made, in the order of the board. */
  readonly cards: readonly VisionCard[]
  readonly letters: readonly string[]
  /** Visibly marked "zonder bron". */
  readonly isWithoutSource: boolean
}

/** The vision as everybody reads it: the server, the console, the wall and the document. */
export interface Vision {
  readonly clusters: readonly VisionCluster[]
  /** In no cluster, from more groups than one. */
  readonly shared: readonly VisionPile[]
  /** In no cluster, from one group only (uniek). */
  readonly unique: readonly VisionPile[]
  readonly statements: readonly VisionStatement[]
  /** Every card, once. */
  readonly cards: readonly VisionCard[]
  /** Words on the drawings of groups: no cards, but a statement may be made from them. */
  readonly captions: readonly VisionCard[]
  /** In no statement, and nobody said why nor took it back (nog niet verwerkt). */
  readonly unprocessed: readonly VisionCard[]
}
