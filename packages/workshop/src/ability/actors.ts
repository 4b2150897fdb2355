/**
 * In what capacity a command is given. What nobody is named for in `givenBy` of a command, nobody may
 * give.
 */
export const actorKinds = [
  'facilitator',
  'participant',
  /** Writes for people who have no phone. */
  'scribe',
  'observer',
  'wall',
  /** Knows the code, and is nobody here yet. */
  'newcomer',
  /** Notes what it did, or found out; nobody pressed anything. */
  'server',
] as const

export type ActorKind = (typeof actorKinds)[number]
