import type { BoardPlan } from '../job.ts'
import type { Crew } from './crew.ts'
import { Participant, SeenMessages } from './participant.ts'
import { pause, within } from './waiting.ts'

const PATIENCE_MS = 60_000
/** Clients of y-websocket try again sooner and sooner less; a refused connection costs a moment. */
const AGAIN_MS = 100

interface Entered {
  readonly participant?: Participant
  /** Until it had the board. */
  readonly ms?: number
}

/**
 * Lets everybody in at once, and tries again for who is refused.
 *
 * @param startedAt - From when their time counts, on the clock of `performance`.
 */
export function enterAll(
  { crew, plan }: { crew: Crew; plan: BoardPlan },
  startedAt = performance.now(),
): Promise<readonly Entered[]> {
  const seen = new SeenMessages()
  return Promise.all(
    plan.drawers.map(async (entrance, drawer) => {
      while (performance.now() - startedAt < PATIENCE_MS) {
        try {
          const participant = await Participant.enter({ entrance, crew, seen, drawer })
          await within(PATIENCE_MS, participant.synced, () => 'The board did not come.')
          return { participant, ms: performance.now() - startedAt }
        } catch {
          // Refused, or cut while coming in: everybody tries again.
          await pause(AGAIN_MS)
        }
      }
      return {}
    }),
  )
}
