import { VisionContent } from '@stip/report'
import type { SessionId } from '@stip/primitives'
import type { KeptPicture, KeptVersion, VersionStore } from '../storage/stores/version-store.ts'
import { sha256 } from '@stip/report/hash'
import { Turns } from '../turns.ts'
import type { Asker } from '../turns.ts'
import { inPixels } from './in-pixels.ts'
import type { NewPicture } from './in-pixels.ts'
import type { DocumentWanted, ReportTask } from './report-messages.ts'
import { ReportThread } from './report-thread.ts'

type PictureTask = Extract<ReportTask, { readonly task: 'picture' }>

/** So many files of one person at a time: six formats of two documents. */
const MOST_WAITING = 12
/** How much of what was made is kept for who asks next, in bytes. */
const MOST_KEPT = 16 * 1024 * 1024
/** A board and a drawing of each of twelve groups. */
const MOST_DRAWN = 24

/** Makes the documents of saved versions, in turns and in a thread of their own; once for each version. */
export class Reports {
  readonly #versions: VersionStore
  readonly #turns = new Turns({ atATime: 1, waiting: MOST_WAITING })
  /** What was made, the one that was asked longest ago first. */
  readonly #kept = new Map<string, Uint8Array>()
  #keptBytes = 0
  /** Pictures that were drawn, by all that was to be seen; the oldest first. */
  readonly #drawn = new Map<string, readonly NewPicture[]>()
  readonly #thread = new ReportThread()

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
  close(): Promise<void> {
    return this.#thread.close()
  }

  /**
   * A board as it is now, a picture for every step, or only what was drawn on it: pictures that a version can
   * name.
   *
   * @throws {RequestRefusedError} 'busy' when this person waits for too much already.
   */
  pictures(asker: Asker, wanted: Omit<PictureTask, 'task'>): Promise<readonly NewPicture[]> {
    const name = sha256(JSON.stringify(wanted))
    const known = this.#drawn.get(name)
    if (known !== undefined) return Promise.resolve(known)
    return this.#turns.take(asker, async () => {
      const answer = await this.#thread.ask({ ...wanted, task: 'picture' })
      if (answer.kind !== 'drawn') throw new Error(`The thread answered with '${answer.kind}'.`)
      const made: NewPicture[] = []
      // One after the other: pixels take memory.
      // oxlint-disable-next-line no-await-in-loop
      for (const picture of answer.pictures) made.push(await inPixels(picture))
      this.#drawn.set(name, made)
      const [oldest] = this.#drawn.keys()
      if (this.#drawn.size > MOST_DRAWN && oldest !== undefined) this.#drawn.delete(oldest)
      return made
    })
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
    const pictures = await this.#pictures(sessionId, read)
    const asked = { task: 'document', kind, format, content, before: before?.content } as const
    const answer = await this.#thread.ask({ ...asked, pictures })
    if (answer.kind !== 'made') throw new Error(`The thread answered with '${answer.kind}'.`)
    return answer.bytes
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
