import type { Clock } from '../clock.ts'
import type { Draft } from './draft.ts'
import type { Incoming, IncomingMade, MadeUpdate } from './write-queue.ts'
import { isIdle, judgeInOrder, together } from './judge.ts'
import type { BatchVerdict } from './judge.ts'
import { mergedUpdates } from './merged-updates.ts'
import type { Owners } from './owners.ts'
import type { Seat } from '../members/seat.ts'
import { inSlices } from '../slices.ts'
import type { Taken } from './taken.ts'
import type { Pause } from '../members/turns.ts'

/**
 * Judges one large update step by step, or has an edit made elsewhere.
 *
 * @param pause - Asked for whenever a slice of time is over.
 * @param again - Has an edit made anew after what others wrote meanwhile; false when they wrote nothing.
 */
export async function judgeInSteps(
  incoming: Incoming,
  draft: Draft,
  owners: Owners,
  clock: Clock,
  pause: Pause,
  again: (incoming: IncomingMade) => boolean,
): Promise<BatchVerdict> {
  if (incoming.kind === 'made') return judgeMade(incoming, draft, clock, pause, again)
  let verdict: Taken | undefined
  if (incoming.kind === 'write' && typeof incoming.update !== 'string' && !isIdle(incoming)) {
    const { seat, update, mayWrite } = incoming
    verdict = await inSlices(draft.takeInSteps(update, seat.member, mayWrite), clock, pause)
  }
  return together(judgeInOrder([incoming], { draft, owners, hasTime: () => true }, verdict))
}

/** The board stays as it is while the update is made: it is the only one of its batch. */
async function judgeMade(
  incoming: IncomingMade,
  draft: Draft,
  clock: Clock,
  pause: Pause,
  again: (incoming: IncomingMade) => boolean,
): Promise<BatchVerdict> {
  const nothing = { ...noOutcome, entries: [], edits: [], update: undefined }
  try {
    let made: MadeUpdate | undefined
    await pause(async () => {
      made = await incoming.make(draft.doc.clientID)
    })
    const { tries } = incoming
    // Made of a board without what waits now, it could undo that without having seen it.
    if (tries < MOST_TRIES && again({ ...incoming, tries: tries + 1 })) return nothing
    if (made === undefined) return { ...nothing, edits: [incoming] }
    const { begin } = made
    if (begin !== undefined) await pause(begin)
    if (made.parts.length === 0) return { ...nothing, edits: [incoming] }
    const aftermath = await inSlices(draft.takeMade(made), clock, pause)
    const update = mergedUpdates([made.update, ...aftermath])
    const whole = aftermath.length === 0 ? made.whole : undefined
    const entries = [{ author: 'server', update }] as const
    return { ...nothing, entries, update, whole, edits: [incoming] }
  } catch (error) {
    incoming.fail(error)
    return nothing
  }
}

/** How often an edit is made anew because others wrote meanwhile. */
const MOST_TRIES = 2

const noOutcome = {
  writers: new Set<number>(),
  onlyAuthor: undefined,
  saved: new Map<Seat, number>(),
  refusals: [],
  behind: new Map<Seat, boolean>(),
  left: [],
} as const
