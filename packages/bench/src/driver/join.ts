import { median, percentile } from '../figures/percentile.ts'
import type { Figures, Job } from '../job.ts'
import { Participant, SeenMessages } from './participant.ts'
import { DrawnBoard } from './drawn-board.ts'
import { visit } from './seeding.ts'
import { loadOf } from './server-load.ts'
import { pause, until } from './waiting.ts'

/** Nobody measures these: a server that has just started runs code that is not compiled yet. */
const WARM_UP_JOINS = 20
const JOINS = 40
/** Between two joins: the server is done with the last one. */
const REST_MS = 150

/**
 * People who come late to a large board (scenario E), one after the other: first while nobody
 * draws, then each just after somebody drew, so that what was kept ready is out of date.
 */
export async function join(job: Job): Promise<Figures> {
  const [plan] = job.boards
  if (plan === undefined) throw new Error('There is no board.')
  const board = new DrawnBoard({ ...job, seconds: WARM_UP_JOINS + JOINS, warmUpSeconds: 0 }, plan)
  await board.prepare()
  const [act] = board.acts
  const [witness] = board.probes
  if (act === undefined || witness === undefined) throw new Error('There is nobody to draw.')

  const quiet = await joinOften(board, job, async () => undefined)
  let number = 0
  const busy = await joinOften(board, job, async () => {
    act(++number)
    await until(5000, () => witness.moves.newest[0] === number)
  })
  const { copy } = await visit(board.crew, plan)
  board.leave()
  return {
    cpuMsPerJoin: busy.cpuMs,
    cpuMsPerQuietJoin: quiet.cpuMs,
    bytesAtClientMs: busy.p95,
    bytesAtClientMedianMs: busy.median,
    bytesAtQuietClientMs: quiet.p95,
    joinKb: busy.bytes / 1000,
    rssMb: (loadOf(job.serverPid)?.rss ?? 0) / 1024 / 1024,
    converged: witness.copy?.picture() === copy.picture(),
    deliveredShare: 1,
  }
}

async function joinOften(board: DrawnBoard, job: Job, before: () => Promise<void>) {
  const times: number[] = []
  let bytes = 0
  let cpuSeconds = 0
  for (let count = -WARM_UP_JOINS; count < JOINS; count++) {
    await before()
    await pause(REST_MS)
    const cpuBefore = loadOf(job.serverPid)?.cpuSeconds ?? Number.NaN
    const startedAt = performance.now()
    const participant = await arrive(board)
    const tookMs = performance.now() - startedAt
    await pause(REST_MS)
    const used = (loadOf(job.serverPid)?.cpuSeconds ?? Number.NaN) - cpuBefore
    participant.leave()
    if (count < 0) continue
    times.push(tookMs)
    bytes = participant.bytesRead
    cpuSeconds += used
  }
  const cpuMs = (cpuSeconds * 1000) / JOINS
  return {
    cpuMs: Number.isNaN(cpuMs) ? undefined : cpuMs,
    p95: percentile(times, 0.95),
    median: median(times),
    bytes,
  }
}

/** Somebody comes in, and has all bytes of the board. */
async function arrive(board: DrawnBoard): Promise<Participant> {
  const participant = await Participant.enter({
    entrance: board.plan.lateJoiner,
    crew: board.crew,
    seen: new SeenMessages(),
    drawer: -1,
  })
  await participant.synced
  return participant
}
