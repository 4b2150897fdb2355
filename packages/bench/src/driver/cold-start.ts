import { median } from '../figures/percentile.ts'
import type { Figures, Job } from '../job.ts'
import { newCrew } from './dialects/crews.ts'
import type { Line } from './line.ts'
import { seed, visit } from './seeding.ts'
import { loadOf } from './server-load.ts'
import { pause } from './waiting.ts'

const STARTS = 3
const AGAIN_MS = 10
const PATIENCE_MS = 30_000

/** From starting the server until somebody has a board that was stored before (scenario G). */
export async function coldStart(job: Job, line: Line): Promise<Figures> {
  const [plan] = job.boards
  if (plan === undefined) throw new Error('There is no board.')
  const crew = newCrew(job.dialect, plan.drawers.length, plan.lateJoiner.board)
  await seed(crew, plan)
  await pause(3000)
  const starts: { ms: number; cpuMs: number | undefined; isComplete: boolean }[] = []
  let rss = 0
  while (starts.length < STARTS) {
    const { serverPid, startedAt } = await line.ask('start')
    for (;;) {
      try {
        const { participant, copy } = await visit(crew, plan)
        const load = loadOf(serverPid)
        rss = load?.rss ?? 0
        starts.push({
          ms: Date.now() - startedAt,
          cpuMs: load === undefined ? undefined : load.cpuSeconds * 1000,
          isComplete: copy.size >= plan.records,
        })
        participant.leave()
        break
      } catch (error) {
        // It does not listen yet.
        if (Date.now() - startedAt > PATIENCE_MS) throw error
        await pause(AGAIN_MS)
      }
    }
  }
  return {
    coldStartMs: median(starts.map(({ ms }) => ms)),
    cpuMs: median(starts.flatMap(({ cpuMs }) => cpuMs ?? [])),
    rssMb: rss / 1024 / 1024,
    firstAnswerComplete: starts.every(({ isComplete }) => isComplete),
  }
}
