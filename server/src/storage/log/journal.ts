import {
  closeSync,
  existsSync,
  fdatasync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { encodeHeader, encodeRecord, readJournal } from './journal-format.ts'
import type { JournalContents, JournalRecord } from './journal-format.ts'

/** The journal that is written now, in the data folder. */
const JOURNAL_FILE = 'boards.journal'
/** The one before it. It repairs rows that went bad on disk since. */
const OLD_JOURNAL_FILE = 'boards.journal.old'
/** The next one, for as long as it takes to give it its name. */
const NEW_JOURNAL_FILE = 'boards.journal.new'

/**
 * Every group commit once more, in a plain file, synced while SQLite commits.
 *
 * SQLite ends its write-ahead log at the first frame with a wrong checksum and calls the rest
 * 'never written': one flipped bit silently takes back commits that people were told about. The
 * journal knows better, and holds the bytes to repair it with.
 */
export class Journal {
  readonly #file: number
  #end: number
  #before: number
  #isBroken = false

  private constructor(file: number, end: number) {
    this.#file = file
    this.#end = end
    this.#before = end
  }

  /**
   * Begins a new journal; the one that was there becomes the old one. Only after a checkpoint:
   * what the old one holds must be safe without it.
   *
   * @param base - The number of the last record that was committed.
   */
  static begin(folder: string, base: number): Journal {
    const passing = join(folder, NEW_JOURNAL_FILE)
    const current = join(folder, JOURNAL_FILE)
    const header = encodeHeader(base)
    const file = openSync(passing, 'w')
    try {
      writeAll(file, header, 0)
      fsyncSync(file)
      if (existsSync(current)) renameSync(current, join(folder, OLD_JOURNAL_FILE))
      renameSync(passing, current)
      syncFolder(folder)
    } catch (error) {
      closeSync(file)
      throw error
    }
    return new Journal(file, header.length)
  }

  /** Goes on with the journal that is there, after its last good record. */
  static goOn(folder: string, { end }: JournalContents): Journal {
    const current = join(folder, JOURNAL_FILE)
    if (!existsSync(current)) {
      renameSync(join(folder, NEW_JOURNAL_FILE), current)
      syncFolder(folder)
    }
    const file = openSync(current, 'r+')
    ftruncateSync(file, end)
    return new Journal(file, end)
  }

  /** Bytes so far. */
  get size(): number {
    return this.#end
  }

  /** The system could not say what is on disk and what not: begin a new journal. */
  get isBroken(): boolean {
    return this.#isBroken
  }

  /**
   * Writes a record; when this throws, it was never there. What it gives resolves when the record is
   * on disk, and rejects when the system cannot say whether it is.
   */
  append(record: JournalRecord): Promise<void> {
    if (this.#isBroken) throw new Error('The journal is broken.')
    const bytes = encodeRecord(record)
    this.#before = this.#end
    try {
      writeAll(this.#file, bytes, this.#end)
    } catch (error) {
      this.#cut()
      throw error
    }
    this.#end += bytes.length
    return this.#sync()
  }

  async #sync(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    fdatasync(this.#file, (error) => (error === null ? resolve() : reject(error)))
    try {
      await promise
    } catch (error) {
      // After a failed sync the system forgets what it had not written: nothing here is sure now.
      this.#isBroken = true
      throw error
    }
  }

  /** Forgets the last record: SQLite did not take it. */
  takeBack(): void {
    this.#end = this.#before
    this.#cut()
  }

  close(): void {
    closeSync(this.#file)
  }

  /** Neatness only: the next record is written over what stays. */
  #cut(): void {
    try {
      ftruncateSync(this.#file, this.#end)
    } catch {
      // A disk that cannot cut a file can be written over later.
    }
  }
}

/** What the journals of a data folder say. */
export interface JournalsFound {
  /** The journal that was written last, or undefined when there is none that can be read. */
  readonly current: JournalContents | undefined
  /** Of both journals, oldest first. */
  readonly records: readonly JournalRecord[]
  /** There is no journal. */
  readonly isMissing: boolean
  /** Something in the current journal cannot be read, and it is not its unfinished end. */
  readonly isDamaged: boolean
}

export function findJournals(folder: string): JournalsFound {
  const old = readIfThere(join(folder, OLD_JOURNAL_FILE))
  // A process can end between the two names: then the new journal is whole, and has the old name still.
  const current =
    readIfThere(join(folder, JOURNAL_FILE)) ?? readIfThere(join(folder, NEW_JOURNAL_FILE))
  const contents = current && readJournal(current)
  const earlier = old && readJournal(old)
  return {
    current: contents,
    records: [...(earlier?.records ?? []), ...(contents?.records ?? [])],
    isMissing: current === undefined,
    isDamaged: current !== undefined && (contents?.hasHole ?? true),
  }
}

function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined
}

/** A full disk may take a part only; then the rest is asked again, and refused in words. */
function writeAll(file: number, bytes: Buffer, position: number): void {
  let done = 0
  while (done < bytes.length) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done)
  }
}

/** Names of files are on disk only after this. Windows has no such thing and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
