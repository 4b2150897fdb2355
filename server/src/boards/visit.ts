import type { Channel } from '@stip/sync/room'
import type { Actor, Scribe } from '@stip/workshop'
import type { Grant } from '../storage/stores/grant-store.ts'

/** Somebody who comes to a board. */
export interface Visit {
  readonly grant: Grant
  readonly actor: Actor | Scribe
  readonly channel: Channel
  /** Asked for the extra frames with `?stip=1`. */
  readonly speaksStip: boolean
}

/** As whom a room knows somebody: a person is one, in whatever capacity. */
export function identityOf(actor: Actor | Scribe): string {
  return 'personId' in actor ? actor.personId : actor.role
}

/** Whom a visit counts for: facilitators, observers and walls may be many, each with a device. */
export function personOf({ actor, grant }: Visit): string {
  if ('personId' in actor) return actor.personId
  return `${actor.role} ${Buffer.from(grant.deviceHash).toString('base64')}`
}
