import type { BoardId } from '@stip/primitives'
import { Turns } from '../turns.ts'
import type { Asker } from '../turns.ts'
import { AskedThread } from './asked-thread.ts'
import type { Failed } from './asked-thread.ts'
import type {
  BoardAnswer,
  BoardQuestion,
  ChangeMade,
  ChangeWanted,
  FileMade,
  FileWanted,
  MomentMade,
  MomentWanted,
  NewsMade,
  NewsWanted,
  WholeMade,
} from './questions.ts'

/** The console saves every board of a session at once, in one kind of file. */
const MOST_WAITING = 20
/** What the thread may use, in MB. */
const MOST_MEMORY = 768
/**
 * In MB. Who merges waits for it: with 12 MB, as threads have that nobody waits for, tidying was almost
 * half of a merge of 1,500 notes. The thread leaves the memory a minute after it was asked last.
 */
const MOST_SHORT_LIVED = 96

/** The thread in which boards are read from the disk to make something of them; asked in turns. */
export class BoardThread {
  readonly #turns = new Turns({ atATime: 1, waiting: MOST_WAITING })
  readonly #thread: AskedThread<BoardQuestion, Exclude<BoardAnswer, Failed>>
  #ids = 0

  /** @param folder - The data folder. */
  constructor(folder: string) {
    this.#thread = new AskedThread({
      program: new URL('thread.ts', import.meta.url),
      workerData: { folder },
      mostMemory: MOST_MEMORY,
      mostShortLived: MOST_SHORT_LIVED,
    })
  }

  /**
   * Runs `work` when it is this person's turn; the thread may only be asked from within it.
   *
   * @throws {RequestRefusedError} 'busy' when this person waits for too many turns already.
   */
  inTurn<Outcome>(asker: Asker, work: () => Promise<Outcome>): Promise<Outcome> {
    return this.#turns.take(asker, work)
  }

  /**
   * A board as a file; undefined when it is as it was.
   *
   * @throws {UpdateLogDamagedError} When the board is damaged.
   */
  async file(wanted: Omit<FileWanted, 'kind'>): Promise<FileMade | undefined> {
    const answer = await this.#thread.ask({ ...wanted, kind: 'file', id: this.#ids++ })
    return answer.kind === 'file' ? answer : undefined
  }

  /**
   * What stands on a board; undefined when it is what was kept last.
   *
   * @throws {UpdateLogDamagedError} When the board is damaged.
   */
  async moment(wanted: Omit<MomentWanted, 'kind'>): Promise<MomentMade | undefined> {
    const answer = await this.#thread.ask({ ...wanted, kind: 'moment', id: this.#ids++ })
    return answer.kind === 'moment' ? answer : undefined
  }

  /**
   * An edit of a board as it is on the disk; see {@link Room.editMade}.
   *
   * @throws {UpdateLogDamagedError} When a board is damaged.
   */
  async change(wanted: Omit<ChangeWanted, 'kind'>): Promise<ChangeMade> {
    const answer = await this.#thread.ask({ ...wanted, kind: 'change', id: this.#ids++ })
    if (answer.kind !== 'change') throw new Error(`The thread answered with '${answer.kind}'.`)
    return answer
  }

  /**
   * What merging would bring to a board now, as it is on the disk.
   *
   * @throws {UpdateLogDamagedError} When a board is damaged.
   */
  async news(wanted: Omit<NewsWanted, 'kind'>): Promise<NewsMade['boards']> {
    const answer = await this.#thread.ask({ ...wanted, kind: 'news', id: this.#ids++ })
    if (answer.kind !== 'news') throw new Error(`The thread answered with '${answer.kind}'.`)
    return answer.boards
  }

  /**
   * All that a board is, as it is on the disk.
   *
   * @throws {UpdateLogDamagedError} When the board is damaged.
   */
  async whole(boardId: BoardId): Promise<WholeMade> {
    const answer = await this.#thread.ask({ kind: 'whole', boardId, id: this.#ids++ })
    if (answer.kind !== 'whole') throw new Error(`The thread answered with '${answer.kind}'.`)
    return answer
  }

  /** Stops; who waits is refused. */
  close(): Promise<void> {
    return this.#thread.close()
  }

  /** Ends the thread; the next question gets a new one. */
  end(): Promise<void> {
    return this.#thread.end()
  }
}
