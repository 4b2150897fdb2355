import type { ActorKind, AskedBy } from '@stip/workshop'

/** In what capacity something was asked for, and by which of those who have it, as one text to be kept. */
export function actorText({ by, who }: AskedBy): string {
  return who === undefined ? by : `${by} ${who}`
}

/** What such a text says. */
export function readActor(text: string): AskedBy {
  const [by = '', who] = text.split(' ')
  return { by: by as ActorKind, ...(who !== undefined && { who }) }
}
