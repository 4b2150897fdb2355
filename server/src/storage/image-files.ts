import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { SessionId } from '@stip/primitives'
import type { AssetStore } from './stores/asset-store.ts'

const endings: Readonly<Record<string, string>> = {
  'image/webp': 'webp',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** Keeps the images of a session as files, named after the hash of what is in them. */
export class ImageFiles {
  readonly #assets: AssetStore
  readonly #folder: string

  constructor(assets: AssetStore, folder: string) {
    this.#assets = assets
    this.#folder = folder
  }

  /** Whether a session has this image already. */
  async has(sessionId: SessionId, bytes: Uint8Array, mimeType: string): Promise<boolean> {
    const known = await this.#assets.mimeType(sessionId, nameOf(bytes, mimeType))
    return known !== undefined
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
      await this.#assets.add(sessionId, { name, mimeType, bytes: bytes.length, person })
    } catch (error) {
      // Somebody may have stored the same image before; when nobody can tell, it stays.
      const known = await this.#assets.mimeType(sessionId, name).catch(() => mimeType)
      if (known === undefined) await unlink(join(folder, name)).catch(() => undefined)
      throw error
    }
    return name
  }

  /**
   * Writes images of a session that comes from elsewhere, before anything says that they are there: under their
   * names, which say what is in them.
   */
  async bring(sessionId: SessionId, name: string, bytes: Uint8Array): Promise<void> {
    const folder = join(this.#folder, sessionId)
    await mkdir(folder, { recursive: true })
    await writeDurably(folder, name, bytes)
  }

  /** Takes away what was brought of a session that did not come after all. */
  async takeBack(sessionId: SessionId): Promise<void> {
    await rm(join(this.#folder, sessionId), { recursive: true, force: true })
  }

  async read(
    sessionId: SessionId,
    name: string,
  ): Promise<{ readonly bytes: Buffer; readonly mimeType: string } | undefined> {
    // Only names that were stored lead to a file, so '..' in a name leads nowhere.
    const mimeType = await this.#assets.mimeType(sessionId, name)
    if (mimeType === undefined) return undefined
    return { bytes: await readFile(join(this.#folder, sessionId, name)), mimeType }
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
