import { percentile } from '../figures/percentile.ts'
import type { Figures, Job } from '../job.ts'
import { newCrew } from './dialects/crews.ts'
import { enterAll } from './enter-all.ts'
import type { Line } from './line.ts'
import { seed, visit } from './seeding.ts'
import { loadOf } from './server-load.ts'
import { pause } from './waiting.ts'

/** Everybody is in, the server starts anew, and everybody comes back at once (scenario F). */
export async function reconnect(job: Job, line: Line): Promise<Figures> {
  const boards = job.boards.map((plan) => {
    const crew = newCrew(job.dialect, plan.drawers.length, plan.lateJoiner.board)
    return { plan, crew }
  })
  for (const { crew, plan } of boards) await seed(crew, plan)
  const first = await Promise.all(boards.map((board) => enterAll(board)))
  // Boards are put away a while after they changed; who restarts a server on purpose waits.
  await pause(3000)
  const ready = await line.ask('restart')
  for (const { participant } of first.flat()) participant?.leave()

  const before = loadOf(ready.serverPid)?.cpuSeconds
  const startedAt = performance.now()
  const second = (await Promise.all(boards.map((board) => enterAll(board, startedAt)))).flat()
  const after = loadOf(ready.serverPid)
  const times = second.flatMap(({ ms }) => ms ?? [])
  const [board] = boards
  const copy = board === undefined ? undefined : (await visit(board.crew, board.plan)).copy
  for (const { participant } of second) participant?.leave()
  return {
    clients: second.length,
    syncedShare: times.length / second.length,
    allSyncedMs: times.length === second.length ? Math.max(...times) : undefined,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    cpuMs:
      before === undefined || after === undefined ? undefined : (after.cpuSeconds - before) * 1000,
    rssMb: after === undefined ? undefined : after.rss / 1024 / 1024,
    converged: copy !== undefined && copy.size >= (board?.plan.records ?? 0),
  }
}
