import * as Y from 'yjs'
import { Draft } from './draft.ts'
import { BoardNotStoredError } from '../errors.ts'
import { WriteQueue, isOwn } from './write-queue.ts'
import type { Incoming, IncomingEdit, IncomingMade } from './write-queue.ts'
import { judgeInSteps } from './judge-in-steps.ts'
import { judge } from './judge.ts'
import type { BatchVerdict } from './judge.ts'
import { roomLimits } from '../limits.ts'
import { LogCheck } from '../log/log-check.ts'
import { tidyAll } from './marks.ts'
import { Owners } from './owners.ts'
import { structsIn } from '../how-far.ts'
import { inSlices } from '../slices.ts'
import { Stored } from '../log/stored.ts'
import type { StoringListener, StoringOptions } from './storing-options.ts'
import { WorkInTurns } from '../members/turns.ts'
import type { Pause } from '../members/turns.ts'

/**
 * The way into a board: judge, store, apply, show, confirm; one batch at a time, in order of
 * arrival. What the disk refuses waits here and is tried again, by itself.
 */
export class Storing {
  readonly #options: StoringOptions
  readonly #listener: StoringListener
  readonly #owners: Owners
  readonly #stored = new Stored()
  readonly #draft: Draft
  readonly #queue: WriteQueue
  readonly #check: LogCheck | undefined
  #running: Promise<void> | undefined
  #stopRetry: (() => void) | undefined
  #retryMs: number = roomLimits.retryMs
  #isPaused = false
  /** The disk may have kept what it said that it had not. */
  #mayLack = false

  private constructor(options: StoringOptions, listener: StoringListener) {
    this.#options = options
    this.#listener = listener
    const { gateway, newClientId, largeBytes } = options
    this.#queue = new WriteQueue(largeBytes)
    this.#owners = new Owners(options.clients)
    this.#draft = new Draft(this.#stored, {
      gateway,
      owners: this.#owners,
      newClientId,
      largeBytes,
    })
    this.#check = this.#checkOf(options)
  }

  #checkOf({ boardId, log, clock, onDifference }: StoringOptions): LogCheck | undefined {
    if (log.standing === undefined) return undefined
    return new LogCheck({
      clock,
      standing: async () => log.standing?.(boardId),
      settled: () => this.doc,
      draft: () => this.#draft.doc,
      differs: (difference, { sv }) => {
        onDifference?.(difference)
        if (difference.lacking === 'log') this.#repairLog(Y.encodeStateVector(sv))
        else void this.#repairRoom()
      },
    })
  }

  /** Reads the board from the log; what it has to mend there waits. Rejects when the log is damaged. */
  static async open(options: StoringOptions, listener: StoringListener): Promise<Storing> {
    const entries = await options.log.read(options.boardId)
    const storing = new Storing(options, listener)
    const steps = storing.#draft.load(entries.map(({ update }) => update))
    const work = await WorkInTurns.begin(storing, options.clock)
    const isTidy = await inSlices(steps, options.clock, work.pause).finally(() => work.end())
    storing.#owners.read(entries)
    if (!isTidy) storing.#queue.addUntilDone(tidyAll)
    return storing
  }

  /** What is on disk, but for the moments in which a batch is on its way: then undefined. */
  get doc(): Y.Doc | undefined {
    return this.#draft.isSettled ? this.#draft.doc : undefined
  }

  /** The board for who has nothing, as frames; undefined while a batch is on its way. */
  get frames(): readonly Uint8Array[] | undefined {
    return this.doc && this.#stored.frames(this.doc)
  }

  /** Looks at what is on disk. Costs a copy of the board while a batch is on its way. */
  look<Seen>(look: (doc: Y.Doc) => Seen): Seen {
    if (this.doc !== undefined) return look(this.doc)
    const copy = new Y.Doc()
    this.#stored.putInto(copy)
    try {
      return look(copy)
    } finally {
      copy.destroy()
    }
  }

  /** Gives a Yjs client id to whoever uses it first; false when it is somebody else's. */
  mayUse(clientId: number, identity: string): boolean {
    return this.#owners.claim([clientId], identity) === 'own'
  }

  /** How many client ids wrote on the board, also in what is on its way to the disk. */
  get writers(): number {
    return this.#draft.doc.store.clients.size
  }

  get structs(): number {
    return structsIn(this.#draft.doc)
  }

  /** Whose a Yjs client id is; see {@link Owners.of}. */
  ownerOf(clientId: number): string | undefined {
    return this.#owners.of(clientId)
  }

  /** Resolves when no batch is on its way. */
  async settled(): Promise<void> {
    await this.#running
  }

  /** The disk failed last time; members may look but had better not write. */
  get isPaused(): boolean {
    return this.#isPaused
  }

  /** There is work, and nothing is being done about it. */
  get isWaiting(): boolean {
    return !this.#queue.isEmpty && this.#running === undefined && this.#stopRetry === undefined
  }

  /** A batch is on its way to the disk. */
  get isRunning(): boolean {
    return this.#running !== undefined
  }

  hasRoomFor(bytes: number, person: string): boolean {
    return this.#queue.hasRoomFor(bytes, person)
  }

  add(incoming: Incoming): void {
    this.#queue.add(incoming)
  }

  /** Stores what waits; resolves when that succeeded or failed, and never rejects. */
  flush(): Promise<void> {
    this.#running ??= this.#flush().finally(() => {
      this.#running = undefined
      this.#listener.rest()
      this.#check?.rest()
    })
    return this.#running
  }

  /** Ends: tries to store what waits once more, and gives up what the disk does not take. */
  async close(): Promise<void> {
    this.#check?.stop()
    await this.#running
    this.#cancelRetry()
    // What is left when a slice of time is over goes in the next one.
    // oxlint-disable-next-line no-await-in-loop
    while (!this.#queue.isEmpty && this.#stopRetry === undefined) await this.flush()
    this.#cancelRetry()
    for (const incoming of this.#queue.takeAll()) {
      if (isOwn(incoming)) incoming.fail(new BoardNotStoredError(this.#options.boardId))
    }
    this.#draft.doc.destroy()
  }

  async #flush(): Promise<void> {
    const begun = WorkInTurns.begin(this, this.#options.clock)
    // Nothing comes between what arrived and what is judged, when there is time.
    const work = begun instanceof Promise ? await begun : begun
    this.#stored.keep(this.#draft.doc)
    let taken = this.#queue.take()
    let verdict: BatchVerdict
    try {
      const [first] = taken
      if (this.#mayLack && first?.kind === 'made') taken = await this.#completed(first, work.pause)
      verdict = await this.#judged(taken, work.pause)
    } finally {
      work.end()
    }
    const { entries, writers, update, edits, left, whole } = verdict
    const batch = taken.slice(0, taken.length - left.length)
    this.#queue.putBack(left)
    try {
      if (entries.length > 0) await this.#options.log.append(this.#options.boardId, entries)
    } catch (cause) {
      this.#failed(batch, verdict, cause)
      return
    }
    if (update !== undefined) this.#stored.add(update)
    this.#owners.record(writers)
    this.#draft.settle()
    // Nobody whose line breaks half-way should have seen a board without its generation.
    if (whole !== undefined) this.#stored.renew(whole)
    else if (edits.length > 0) this.#stored.beginAnew()
    this.#listener.stored(verdict)
    for (const edit of edits) edit.done()
    if (entries.length === 0) return
    this.#retryMs = roomLimits.retryMs
    this.#setPaused(false)
    this.#check?.note()
  }

  /** First what the disk kept: an edit that is made of the disk may build on that, or take it away. */
  async #completed(made: IncomingMade, pause: Pause): Promise<readonly Incoming[]> {
    const done = (): void => {
      this.#mayLack = false
      this.#queue.putBack([made])
    }
    let edit: IncomingEdit | undefined
    try {
      await pause(async () => {
        edit = await this.#takingIn(done, made.fail)
      })
    } catch (error) {
      made.fail(error)
    }
    return edit === undefined ? [] : [edit]
  }

  #repairLog(known: Uint8Array): void {
    this.#queue.add({ kind: 'repair', known })
    this.#listener.work()
  }

  /** What the log has is on disk, so everybody may see it. */
  async #repairRoom(): Promise<void> {
    // What does not work now is found again a minute later.
    const fail = (): void => this.#check?.note()
    const edit = await this.#takingIn(() => undefined, fail).catch(fail)
    if (edit === undefined) return
    this.#queue.add(edit)
    this.#listener.work()
  }

  /** Takes in all that the log has. */
  async #takingIn(done: () => void, fail: (reason: unknown) => void): Promise<IncomingEdit> {
    const entries = await this.#options.log.read(this.#options.boardId)
    const change = (doc: Y.Doc): void => {
      for (const { update } of entries) Y.applyUpdate(doc, update)
    }
    this.#owners.read(entries)
    return { kind: 'edit', change, done, fail }
  }

  /** Without a moment between for what is small: nobody sees the board half-way. */
  #judged(batch: readonly Incoming[], pause: Pause): BatchVerdict | Promise<BatchVerdict> {
    const { clock } = this.#options
    const [first] = batch
    return first !== undefined && this.#queue.isLarge(first)
      ? judgeInSteps(first, this.#draft, this.#owners, clock, pause, (made) => this.#again(made))
      : judge(batch, this.#draft, this.#owners, clock)
  }

  #again(made: IncomingMade): boolean {
    if (this.#queue.isEmpty) return false
    this.#queue.add(made)
    return true
  }

  /** Nothing of the batch happened: it waits, but for the server's own edits, which are given up. */
  #failed(batch: readonly Incoming[], verdict: BatchVerdict, cause: unknown): void {
    this.#draft.discard()
    this.#mayLack = true
    const error = new BoardNotStoredError(this.#options.boardId, { cause })
    // An edit that is dealt with by itself never comes to its turn while what is before it is refused.
    for (const edit of [...verdict.edits, ...this.#queue.takeOwn()]) edit.fail(error)
    this.#queue.putBack(batch.filter((incoming) => !isOwn(incoming)))
    this.#setPaused(true)
    this.#stopRetry = this.#options.clock.after(this.#retryMs, () => this.#retry())
    this.#retryMs = Math.min(this.#retryMs * 2, roomLimits.retryMaxMs)
  }

  #retry(): void {
    this.#stopRetry = undefined
    // With nothing left to try with, only new work can tell whether the disk is well again.
    if (this.#queue.isEmpty) this.#setPaused(false)
    else void this.flush()
  }

  #setPaused(isPaused: boolean): void {
    if (this.#isPaused === isPaused) return
    this.#isPaused = isPaused
    this.#listener.pause(isPaused)
  }

  #cancelRetry(): void {
    this.#stopRetry?.()
    this.#stopRetry = undefined
  }
}
