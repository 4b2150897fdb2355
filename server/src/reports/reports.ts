import { Worker } from 'node:worker_threads'
import { VisionContent } from '@stip/report'
import type { SessionId } from '@stip/primitives'
import { threadLimits } from '../gc-settings.ts'
import { errorOf } from '../storage/log/log-messages.ts'
import type { KeptPicture, KeptVersion, VersionStore } from '../storage/stores/version-store.ts'
import { Turns } from '../turns.ts'
import type { Asker } from '../turns.ts'
import type { DocumentWanted, ReportAnswer, ReportQuestion } from './report-messages.ts'

/** A thread that nobody asked anything for this long, in ms, leaves the memory. */
const IDLE_MS = 30_000
/** What it may use, in MB. */
const MOST_MEMORY = 256
/** So many files of one person at a time: six formats of two documents. */
const MOST_WAITING = 12
/** How much of what was made is kept for who asks next, in bytes. */
const MOST_KEPT = 16 * 1024 * 1024

/** Makes the documents of saved versions, in turns and in a thread of their own; once for each version. */
export class Reports {
  readonly #versions: VersionStore
  readonly #turns = new Turns({ atATime: 1, waiting: MOST_WAITING })
  /** What was made, the one that was asked longest ago first. */
  readonly #kept = new Map<string, Uint8Array>()
  #keptBytes = 0
  #thread: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #ids = 0
  #isClosed = false

  constructor(versions: VersionStore) {
    this.#versions = versions
  }

  /**
   * A document of a version; undefined when there is no such version.
   *
   * @throws {RequestRefusedError} 'busy' when this person waits for too many documents already.
   */
  make(
    asker: Asker,
    sessionId: SessionId,
    wanted: DocumentWanted & { readonly number: string },
  ): Promise<Uint8Array | undefined> {
    return this.#turns.take(asker, async () => {
      const version = await this.#versions.find(sessionId, wanted.number)
      if (version === undefined) return undefined
      const name = `${sessionId} ${version.hash} ${wanted.kind} ${wanted.format}`
      const known = this.#kept.get(name)
      const bytes = known ?? (await this.#made(sessionId, version, wanted))
      this.#keep(name, bytes)
      return bytes
    })
  }

  /** Stops; who waits is refused. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#end()
  }

  async #made(
    sessionId: SessionId,
    { content }: KeptVersion,
    { kind, format }: DocumentWanted,
  ): Promise<Uint8Array> {
    const read = VisionContent.parse(JSON.parse(content))
    const { previous } = read.version
    const names = await this.#versions.list(sessionId)
    const number = names.find(({ hash }) => hash === previous)?.number
    const before = number === undefined ? undefined : await this.#versions.find(sessionId, number)
    const id = this.#ids++
    const pictures = await this.#pictures(sessionId, read)
    return this.#ask({ id, kind, format, content, before: before?.content, pictures })
  }

  async #pictures(
    sessionId: SessionId,
    { drawings, boards }: VisionContent,
  ): Promise<readonly KeptPicture[]> {
    const named = [...drawings, ...boards].flatMap(({ picture }) => picture?.sha256 ?? [])
    const found = await Promise.all(
      [...new Set(named)].map(async (hash) => {
        const bytes = await this.#versions.picture(sessionId, hash)
        return bytes === undefined ? [] : [{ hash, bytes }]
      }),
    )
    return found.flat()
  }

  #ask(question: ReportQuestion): Promise<Uint8Array> {
    if (this.#isClosed) return Promise.reject(new Error('The server is stopping.'))
    clearTimeout(this.#idle)
    const thread = (this.#thread ??= new Worker(new URL('report-worker.ts', import.meta.url), {
      resourceLimits: { ...threadLimits, maxOldGenerationSizeMb: MOST_MEMORY },
    }))
    thread.ref()
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
    const done = (): void => {
      thread.off('message', hear)
      thread.off('error', fail)
      thread.off('exit', fail)
      thread.unref()
      this.#idle = setTimeout(() => void this.#end(), IDLE_MS).unref()
    }
    const hear = (answer: ReportAnswer): void => {
      if (answer.id !== question.id) return
      done()
      if (answer.kind === 'failed') reject(errorOf(answer.failure))
      else resolve(answer.bytes)
    }
    const fail = (reason: unknown): void => {
      done()
      // The next question gets a new thread.
      if (this.#thread === thread) this.#thread = undefined
      reject(reason instanceof Error ? reason : new Error('The thread of documents ended.'))
    }
    thread.on('message', hear)
    thread.on('error', fail)
    thread.on('exit', fail)
    thread.postMessage(question, [])
    return promise
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle)
    const thread = this.#thread
    this.#thread = undefined
    await thread?.terminate()
  }

  #keep(name: string, bytes: Uint8Array): void {
    this.#keptBytes -= this.#kept.get(name)?.length ?? 0
    this.#kept.delete(name)
    this.#kept.set(name, bytes)
    this.#keptBytes += bytes.length
    for (const [oldest, { length }] of this.#kept) {
      if (this.#keptBytes <= MOST_KEPT) break
      this.#kept.delete(oldest)
      this.#keptBytes -= length
    }
  }
}
