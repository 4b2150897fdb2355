import type { Session } from '@stip/workshop'
import type { Asker } from '../turns.ts'

/** Whose turn a command takes: whoever facilitates, commands of one session come one at a time. */
export function commandTurn({ id }: Session): Asker {
  return { session: id, person: 'commands' }
}
