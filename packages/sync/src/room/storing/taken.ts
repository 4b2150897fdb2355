import type { Member } from '../members/channel.ts'
import type { Verdict } from './gateway.ts'

/** An update got past the gateway and broke the document half-way. */
export class DraftBrokenError extends Error {
  override readonly name = 'DraftBrokenError'
}

/** What became of an update. */
export type Taken =
  | 'may-not-write'
  | 'other-generation'
  | Exclude<Verdict, { kind: 'accepted' }>
  | {
      readonly kind: 'accepted'
      readonly clients: readonly number[]
      /** What the board did by itself because of it. */
      readonly aftermath: readonly Uint8Array[]
    }

type Refusal = Extract<Verdict, { kind: 'refused' }>

/** As {@link Taken}, before it is applied. */
export type Admitted =
  | 'may-not-write'
  | 'other-generation'
  | Exclude<Verdict, { kind: 'accepted' }>
  | { readonly kind: 'accepted'; readonly clients: readonly number[] }

/** What the board became in one go: more than was sent when it did something by itself. */
export interface OneGo<Outcome> {
  readonly outcome: Outcome
  readonly update: Uint8Array | undefined
  readonly hasAftermath: boolean
}

/** Whether all client ids are of the generation of the board. */
export function fitAll(clientIds: readonly number[], { fitsClient }: Member): boolean {
  return fitsClient === undefined || clientIds.every(fitsClient)
}

/** Reading a stranger's bytes went wrong: the bytes are to blame, the document is untouched. */
export function unreadable(cause: unknown, mayWrite: boolean): 'may-not-write' | Refusal {
  if (!mayWrite) return 'may-not-write'
  return { kind: 'refused', reason: `unreadable: ${String(cause)}`, records: [] }
}

/** It cannot be applied, whatever the gateway said. */
export function broken(cause: unknown): Refusal {
  return { kind: 'refused', reason: `broke the draft: ${String(cause)}`, records: [] }
}
