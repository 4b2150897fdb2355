import type { BoardPlan } from '../job.ts'
import type { Copy, Crew } from './crew.ts'
import { Participant, SeenMessages } from './participant.ts'
import { pause, within } from './waiting.ts'

const PATIENCE_MS = 30_000

/** Lays the records of a plan on its board, through the door; gives a copy of the board. */
export async function seed(crew: Crew, plan: BoardPlan): Promise<Copy> {
  const before = await visit(crew, plan)
  const { size: found } = before.copy
  // Stip's boards come with records of their own; every drawer has a note all the same.
  const wanted = found < plan.records ? Math.max(plan.records - found, crew.drawers) : 0
  for (const content of wanted > 0 ? crew.seeding(before.copy, wanted) : []) {
    before.participant.send(content)
  }
  const deadline = Date.now() + PATIENCE_MS
  let size = 0
  while (Date.now() < deadline) {
    await pause(200)
    const { participant, copy } = await visit(crew, plan)
    participant.leave()
    size = copy.size
    if (size < found + wanted) continue
    before.participant.leave()
    return copy
  }
  throw new Error(`The board has ${size} of ${found + wanted} records.`)
}

/** A full client that comes in and has the board. */
export async function visit(
  crew: Crew,
  plan: BoardPlan,
): Promise<{ participant: Participant; copy: Copy }> {
  const copy = crew.newCopy()
  let why = ''
  const participant = await Participant.enter({
    entrance: plan.lateJoiner,
    crew,
    seen: new SeenMessages(),
    drawer: -1,
    copy,
    onClosed: (reason) => (why = reason),
  })
  await within(PATIENCE_MS, participant.synced, () => `The board did not come. ${why}`)
  return { participant, copy }
}
