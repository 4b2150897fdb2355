import type { Channel } from '@stip/sync/room'
import type { Actor } from '@stip/workshop'
import type { Grant } from '../storage/grant-store.ts'

/** Somebody who comes to a board. */
export interface Visit {
  readonly grant: Grant
  readonly actor: Actor
  readonly channel: Channel
  /** Asked for the extra frames with `?stip=1`. */
  readonly speaksStip: boolean
}

/** Whom a visit counts for: facilitators, observers and walls may be many, each with a device. */
export function personOf({ actor, grant }: Visit): string {
  if (actor.role === 'participant') return actor.personId
  return `${actor.role} ${Buffer.from(grant.deviceHash).toString('base64')}`
}
