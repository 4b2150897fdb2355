import type { BoardId } from '@stip/primitives'
import type { Proposals } from '@stip/similarity'
import type { Collecting } from '../board-thread/questions.ts'

/** What the thread of proposals is asked; each is answered once, with the same id. */
export interface ProposalQuestion {
  readonly id: number
  readonly vision: BoardId
  readonly boards: Collecting['boards']
  /** Of what it answered before; see {@link ProposalsMade}. */
  readonly known: Pick<ProposalsMade, 'versions' | 'digest'> | undefined
}

/** What it answers: nothing new to read, nothing new in what was read, or other proposals. */
export type ProposalAnswer = { readonly id: number } & (
  | { readonly kind: 'same' }
  | { readonly kind: 'same-cards'; readonly versions: string }
  | ({ readonly kind: 'made' } & ProposalsMade)
)

export interface ProposalsMade {
  /** Tells whether the boards are as they were. */
  readonly versions: string
  /** Tells whether the cards say what they said. */
  readonly digest: string
  readonly proposals: Proposals
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
