import { AskedThread } from '../board-thread/asked-thread.ts'
import type { ReportAnswer, ReportQuestion, ReportTask } from './report-messages.ts'

/** What it may use, in MB. */
const MOST_MEMORY = 256

type Answer = Exclude<ReportAnswer, { readonly kind: 'failed' }>

/** The thread in which documents are made; asked one thing at a time. */
export class ReportThread {
  readonly #thread = new AskedThread<ReportQuestion, Answer>({
    program: new URL('report-worker.ts', import.meta.url),
    workerData: undefined,
    mostMemory: MOST_MEMORY,
  })
  #ids = 0

  ask(task: ReportTask): Promise<Answer> {
    return this.#thread.ask({ ...task, id: this.#ids++ })
  }

  /** Stops; who waits is refused. */
  close(): Promise<void> {
    return this.#thread.close()
  }
}
