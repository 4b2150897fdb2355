import type { Figures, Job } from '../job.ts'
import { DrawnBoard } from './drawn-board.ts'
import type { Line } from './line.ts'
import { Pace } from './pace.ts'
import { visit } from './seeding.ts'
import { pause, until } from './waiting.ts'

/**
 * The server is killed while everybody draws, and started again (scenario H). Then somebody comes
 * who was not there: what this person does not see, and others saw or had confirmed, was lost.
 */
export async function crash(job: Job, line: Line): Promise<Figures> {
  const [plan] = job.boards
  if (plan === undefined) throw new Error('There is no board.')
  const board = new DrawnBoard(job, plan)
  await board.prepare()
  const pace = new Pace(board.acts, job.perSecond)
  pace.start()
  // Never the same moment within a second: servers that save now and then would be lucky or not.
  await pause(job.seconds * 1000 + Math.random() * 1000)
  await line.ask('kill')
  pace.stop()
  // What was on its way still arrives, and was shown.
  await until(5000, () => [...board.drawers, ...board.probes].every(({ isOpen }) => !isOpen))
  const shown = shownOf(board)
  board.leave()

  await line.ask('start')
  let came = await tryVisit(board)
  for (let times = 0; came === undefined && times < 200; times++) {
    await pause(50)
    came = await tryVisit(board)
  }
  if (came === undefined) throw new Error('The server did not come back.')
  const firstSize = came.copy.size
  // Some load a board after they have answered.
  await pause(2000)
  const { copy } = came
  const lost = (counts: ArrayLike<number>): number | undefined => {
    const all = Array.from(counts).reduce((sum, count) => sum + count, 0)
    if (all === 0) return undefined
    const gone = Array.from(counts, (count, drawer) => Math.max(0, count - copy.holds(drawer)))
    return gone.reduce((sum, count) => sum + count, 0) / all
  }
  came.participant.leave()
  return {
    editsBroadcast: shown.reduce((sum, count) => sum + count, 0),
    editsConfirmed: board.confirmed.reduce((sum, count) => sum + count, 0),
    lostBroadcastShare: lost(shown),
    lostAcknowledgedShare: lost(board.confirmed),
    firstAnswerComplete: firstSize >= plan.records,
  }
}

/** The newest move of every drawer that somebody else saw. */
function shownOf({ drawers, probes }: DrawnBoard): readonly number[] {
  return drawers.map((_, drawer) =>
    Math.max(
      ...[...drawers.filter((_other, place) => place !== drawer), ...probes].map(
        ({ moves }) => moves.newest[drawer] ?? 0,
      ),
    ),
  )
}

async function tryVisit(board: DrawnBoard) {
  try {
    return await visit(board.crew, board.plan)
  } catch {
    // It does not listen yet.
    return undefined
  }
}
