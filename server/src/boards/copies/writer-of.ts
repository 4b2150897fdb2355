import type { Actor, Session } from '@stip/workshop'

/** Who wrote something, by what a room knows them by; undefined for the server, and for who is no more. */
export function writerOf({ people }: Session, identity: string | undefined): Actor | undefined {
  if (identity === 'facilitator') return { role: 'facilitator' }
  return people.all.some(({ id }) => id === identity)
    ? { role: 'participant', personId: identity as string }
    : undefined
}
