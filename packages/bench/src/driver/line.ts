import type { Answer, Job, Request } from '../job.ts'

type Ready = Extract<Answer, { type: 'ready' }>

/** Talks with the process that started this one. */
export interface Line {
  /** Asks for something to be done to the server; gives its new process and when it was started. */
  ask(type: 'restart' | 'kill' | 'start'): Promise<Ready>
}

/** @param told - Called when it is on its way. */
export function tell(request: Request, told?: () => void): void {
  process.send?.(request, undefined, undefined, () => told?.())
}

/** The line to the parent. `onJob` is called with what there is to do. */
export function openLine(onJob: (job: Job) => void): Line {
  let answered: ((answer: Ready) => void) | undefined
  // Whoever asked is gone: there is nobody to measure for.
  process.on('disconnect', () => process.exit(1))
  process.on('message', (answer: Answer) => {
    if (answer.type === 'job') onJob(answer.job)
    else answered?.(answer)
  })
  return {
    ask: (type) => {
      const { promise, resolve } = Promise.withResolvers<Ready>()
      answered = resolve
      tell({ type })
      return promise
    },
  }
}
