import type { ToldAbout } from '../ability/told.ts'
import type { SessionEvent } from './abilities.ts'
import { allAbilities } from './any-ability.ts'

/** What of something that happened is told afterwards, to who leads. */
export function toldOf(event: SessionEvent): ToldAbout {
  for (const { told } of allAbilities) {
    const tell = Object.hasOwn(told, event.type) ? told[event.type] : undefined
    if (tell !== undefined) return tell(event)
  }
  return {}
}

/** Every type of event that can happen. */
export const eventTypes = allAbilities.flatMap(({ told }) =>
  Object.keys(told),
) as readonly SessionEvent['type'][]
