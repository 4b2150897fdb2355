import { percentile } from '../figures/percentile.ts'
import type { Figures, Job } from '../job.ts'
import { newCrew } from './dialects/crews.ts'
import { enterAll } from './enter-all.ts'
import { seed, visit } from './seeding.ts'
import { loadOf } from './server-load.ts'
import { pause } from './waiting.ts'

/** Boards are put away a while after they changed. */
const STORED_MS = 3000
const LOOK_MS = 100

/** A large board lies there, and everybody opens it at once (scenario J). */
export async function open(job: Job): Promise<Figures> {
  const [plan] = job.boards
  if (plan === undefined) throw new Error('There is no board.')
  const crew = newCrew(job.dialect, plan.drawers.length, plan.lateJoiner.board)
  await seed(crew, plan)
  await pause(STORED_MS)
  const before = loadOf(job.serverPid)?.cpuSeconds
  let rss = 0
  const watch = setInterval(() => {
    rss = Math.max(rss, loadOf(job.serverPid)?.rss ?? 0)
  }, LOOK_MS)
  const everybody = await enterAll({ crew, plan })
  clearInterval(watch)
  const after = loadOf(job.serverPid)?.cpuSeconds
  const times = everybody.flatMap(({ ms }) => ms ?? [])
  const read = everybody.flatMap(({ participant }) => participant?.bytesRead ?? [])
  const { participant, copy } = await visit(crew, plan)
  for (const each of [participant, ...everybody.map((entered) => entered.participant)])
    each?.leave()
  return {
    people: everybody.length,
    syncedShare: times.length / everybody.length,
    allSyncedMs: times.length === everybody.length ? Math.max(...times) : undefined,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    joinKb: (percentile(read, 0.5) ?? 0) / 1000,
    boardMb: copy.bytes / 1e6,
    cpuMs: before === undefined || after === undefined ? undefined : (after - before) * 1000,
    rssMb: rss === 0 ? undefined : rss / 1024 / 1024,
    converged: copy.size >= plan.records,
  }
}
