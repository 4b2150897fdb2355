import type { BoardId } from '@stip/primitives'
import type { Collecting } from '../board-thread/questions.ts'
import type { VisionFrame } from '../vision/read-stored.ts'

/** What the thread of proposals is asked; each is answered once, with the same id. */
export type ProposalQuestion = { readonly id: number } & (
  | ({ readonly kind: 'proposals' } & CardsAsked)
  | ({ readonly kind: 'missing' } & NotesAsked)
)

/** What on the boards of groups is found in no statement. */
export interface NotesAsked {
  readonly vision: BoardId
  readonly boards: Collecting['boards']
  readonly frame: VisionFrame
}

/** What cards on the vision have to do with each other. */
export interface CardsAsked {
  readonly vision: BoardId
  readonly boards: Collecting['boards']
  /** Pairs of cards of which people said that they are not the same. */
  readonly notSame: readonly (readonly [string, string])[]
  /** Of what it answered before; see {@link ProposalsMade}. */
  readonly known: Pick<ProposalsMade, 'versions' | 'digest'> | undefined
}

/** What it answers: nothing new to read, nothing new in what was read, or another answer. */
export type ProposalAnswer = { readonly id: number } & (
  | { readonly kind: 'same' }
  | { readonly kind: 'same-cards'; readonly versions: string }
  | ({ readonly kind: 'made' } & ProposalsMade)
  /** A `MissingAnswer` as JSON. */
  | { readonly kind: 'missing'; readonly json: Uint8Array }
)

export interface ProposalsMade {
  /** Tells whether the boards, and what people said, are as they were. */
  readonly versions: string
  /** Tells whether the cards say what they said, and people said no more of them. */
  readonly digest: string
  /** A `ProposalsAnswer` as JSON: of thousands of cards it takes time to write down. */
  readonly json: Uint8Array
  /** Why the file of word vectors was of no use, in Dutch; they were made without it. */
  readonly wrongVectors?: string | undefined
}

/** What the thread is started with. */
export interface ThreadData {
  /** The data folder. */
  readonly folder: string
  /** A file with vectors of words. */
  readonly wordVectors: string | undefined
}
