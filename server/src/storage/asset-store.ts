import { createHash, randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import { inTransaction } from './database.ts'

const endings: Readonly<Record<string, string>> = {
  'image/webp': 'webp',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** Keeps the images of a session as files, named after the hash of what is in them. */
export class AssetStore {
  readonly #folder: string
  readonly #insert: StatementSync
  readonly #insertSize: StatementSync
  readonly #select: StatementSync
  readonly #sizes: StatementSync
  readonly #inTransaction: (work: () => void) => void
  /** What all images take, in bytes. */
  #bytes: number

  constructor(database: DatabaseSync, folder: string) {
    this.#folder = folder
    this.#inTransaction = (work) => inTransaction(database, work)
    this.#insertSize = database.prepare(
      'INSERT OR IGNORE INTO asset_sizes (session_id, name, bytes, person) VALUES (?, ?, ?, ?)',
    )
    this.#sizes = database.prepare(
      `SELECT coalesce(sum(bytes), 0) AS session,
         coalesce(sum(bytes) FILTER (WHERE person = ?), 0) AS person
       FROM asset_sizes WHERE session_id = ?`,
    )
    this.#measureOld(database)
    const [row] = database.prepare('SELECT coalesce(sum(bytes), 0) AS bytes FROM asset_sizes').all()
    this.#bytes = Number(row?.['bytes'])
    this.#insert = database.prepare(
      'INSERT OR IGNORE INTO assets (session_id, name, mime_type) VALUES (?, ?, ?)',
    )
    this.#select = database.prepare(
      'SELECT mime_type FROM assets WHERE session_id = ? AND name = ?',
    )
  }

  /** What the images of one person, of their session and of all sessions take, in bytes. */
  sizes(
    sessionId: SessionId,
    person: string,
  ): { readonly person: number; readonly session: number; readonly all: number } {
    const row = this.#sizes.get(person, sessionId)
    return { person: Number(row?.['person']), session: Number(row?.['session']), all: this.#bytes }
  }

  /** Whether a session has this image already. */
  has(sessionId: SessionId, bytes: Uint8Array, mimeType: string): boolean {
    return this.#select.get(sessionId, nameOf(bytes, mimeType)) !== undefined
  }

  /**
   * Returns the name of the file; the bytes are on disk when this resolves.
   *
   * @param person - Who added it.
   */
  async add(
    sessionId: SessionId,
    bytes: Uint8Array,
    mimeType: string,
    person: string,
  ): Promise<string> {
    const name = nameOf(bytes, mimeType)
    const folder = join(this.#folder, sessionId)
    await mkdir(folder, { recursive: true })
    await writeDurably(folder, name, bytes)
    try {
      this.#inTransaction(() => {
        const isNew = this.#insert.run(sessionId, name, mimeType).changes === 1
        this.#insertSize.run(sessionId, name, bytes.length, person)
        if (isNew) this.#bytes += bytes.length
      })
    } catch (error) {
      // Somebody may have stored the same image before.
      if (this.#select.get(sessionId, name) === undefined) {
        await unlink(join(folder, name)).catch(() => undefined)
      }
      throw error
    }
    return name
  }

  async read(
    sessionId: SessionId,
    name: string,
  ): Promise<{ readonly bytes: Buffer; readonly mimeType: string } | undefined> {
    // Only names that were stored lead to a file, so '..' in a name leads nowhere.
    const row = this.#select.get(sessionId, name)
    if (row === undefined) return undefined
    const bytes = await readFile(join(this.#folder, sessionId, name))
    return { bytes, mimeType: String(row['mime_type']) }
  }

  /** Images from before sizes were kept; nobody in particular added them. */
  #measureOld(database: DatabaseSync): void {
    const old = database.prepare(
      `SELECT session_id, name FROM assets AS one WHERE NOT EXISTS
         (SELECT 1 FROM asset_sizes WHERE session_id = one.session_id AND name = one.name)`,
    )
    for (const row of old.all()) {
      const [sessionId, name] = [String(row['session_id']), String(row['name'])]
      const size = statSync(join(this.#folder, sessionId, name), { throwIfNoEntry: false })?.size
      this.#insertSize.run(sessionId, name, size ?? 0, '')
    }
  }
}

function nameOf(bytes: Uint8Array, mimeType: string): string {
  const ending = endings[mimeType]
  if (ending === undefined) throw new RangeError(`Images of type ${mimeType} are not kept.`)
  return `${createHash('sha256').update(bytes).digest('hex')}.${ending}`
}

/** Under a passing name first, so that nobody ever reads half a file. */
async function writeDurably(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const passing = join(folder, `.${name}.${randomBytes(6).toString('hex')}`)
  const file = await open(passing, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    await rename(passing, join(folder, name))
  } catch (error) {
    await file.close().catch(() => undefined)
    await unlink(passing).catch(() => undefined)
    throw error
  }
}
