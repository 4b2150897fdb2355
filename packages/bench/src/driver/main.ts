import type { Figures, Job, JobKind } from '../job.ts'
import { coldStart } from './cold-start.ts'
import { crash } from './crash.ts'
import { draw } from './draw.ts'
import { join } from './join.ts'
import { openLine, tell } from './line.ts'
import { open } from './open.ts'
import { reconnect } from './reconnect.ts'

// The driver: a process of its own, so that drawing does not count as work of the server.

const line = openLine((job) => {
  work[job.kind](job).then(
    (figures) => end({ type: 'done', figures }),
    (error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      end({ type: 'failed', message })
    },
  )
})

const work: Readonly<Record<JobKind, (job: Job) => Promise<Figures>>> = {
  draw,
  join,
  open,
  reconnect: (job) => reconnect(job, line),
  'cold-start': (job) => coldStart(job, line),
  crash: (job) => crash(job, line),
}

function end(request: Parameters<typeof tell>[0]): void {
  // Sockets and timers of what was measured are of no use any more.
  tell(request, () => process.exit(0))
}
