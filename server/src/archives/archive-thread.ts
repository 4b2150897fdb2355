import { AskedThread } from '../board-thread/asked-thread.ts'
import { RequestRefusedError } from '../errors.ts'
import type { ArchiveAnswer, ArchiveQuestion, OpenedArchive } from './opened-archive.ts'

/** What it may use, in MB. */
const MOST_MEMORY = 768

type Answer = Exclude<ArchiveAnswer, { readonly kind: 'failed' }>

/** The thread in which archives are read; asked one thing at a time. */
export class ArchiveThread {
  readonly #thread = new AskedThread<ArchiveQuestion, Answer>({
    program: new URL('archive-worker.ts', import.meta.url),
    workerData: undefined,
    mostMemory: MOST_MEMORY,
  })
  #ids = 0

  /**
   * What an archive in a file holds.
   *
   * @throws {RequestRefusedError} When it is none that can be opened here.
   */
  async read(path: string): Promise<OpenedArchive> {
    const answer = await this.#thread.ask({ id: this.#ids++, path })
    if (answer.kind === 'refused') throw new RequestRefusedError(answer.problem)
    return answer.archive
  }

  /** Stops; who waits is refused. */
  close(): Promise<void> {
    return this.#thread.close()
  }
}
