import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'

const endings: Readonly<Record<string, string>> = {
  'image/webp': 'webp',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** Keeps the images of a session as files, named after the hash of what is in them. */
export class AssetStore {
  readonly #folder: string
  readonly #insert: StatementSync
  readonly #select: StatementSync

  constructor(database: DatabaseSync, folder: string) {
    this.#folder = folder
    this.#insert = database.prepare(
      'INSERT OR IGNORE INTO assets (session_id, name, mime_type) VALUES (?, ?, ?)',
    )
    this.#select = database.prepare(
      'SELECT mime_type FROM assets WHERE session_id = ? AND name = ?',
    )
  }

  /** Returns the name of the file; the bytes are on disk when this resolves. */
  async add(sessionId: SessionId, bytes: Uint8Array, mimeType: string): Promise<string> {
    const ending = endings[mimeType]
    if (ending === undefined) throw new RangeError(`Images of type ${mimeType} are not kept.`)
    const name = `${createHash('sha256').update(bytes).digest('hex')}.${ending}`
    const folder = join(this.#folder, sessionId)
    await mkdir(folder, { recursive: true })
    await writeDurably(folder, name, bytes)
    this.#insert.run(sessionId, name, mimeType)
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
