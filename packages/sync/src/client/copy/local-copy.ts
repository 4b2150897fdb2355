import type { BoardId } from '@stip/primitives'
import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { CopyKeeper } from './copy-keeper.ts'
import { forgetAllUnloadBackups, forgetUnloadBackup } from './unload-backup.ts'
import { within } from '../within.ts'

const prefix = 'stip:board:'
/** Some browsers cannot list their databases, so we keep a list of ours. */
const listKey = 'stip:local-copies'
/** Under which the copy keeps how far the server confirmed what is in it. */
const confirmedKey = 'confirmed'
/** Under which it keeps how many changes wait. */
const unsavedKey = 'unsaved'
/** How long storage may take to open, in ms ([K22]). */
const openMs = 5_000
/** How long it may take to close, list or remove, in ms ([K22]). */
const clearMs = 3_000

/** The copy of one board that this device keeps for one person. */
export interface LocalCopy {
  /** Resolves when what was kept is in the document, or cannot be had. Never rejects. */
  readonly whenRead: Promise<void>
  /** The origin of the document's updates that come from this copy. */
  readonly origin: unknown
  /** What was last kept with `keepConfirmed`, by this page or an earlier one. */
  readonly confirmed: Promise<unknown>
  /** How many changes of an earlier page were not confirmed; 0 when nothing is known. */
  readonly unsaved: Promise<number>
  /** Keeps how many changes are not confirmed. */
  keepUnsaved(count: number): void
  /** Keeps how far the server confirmed what is in this copy. */
  keepConfirmed(text: string): void
  /** Stops writing; what is kept stays. */
  close(): Promise<void>
  /** Stops writing and removes what is kept. */
  remove(): Promise<void>
}

/**
 * Keeps a copy of the document on this device.
 *
 * @param storeKey - Who uses the device for this board; people on one device never share a copy.
 * @returns Undefined when the browser keeps nothing (private window, storage switched off).
 */
export async function openLocalCopy(
  boardId: BoardId,
  storeKey: string,
  document: Y.Doc,
): Promise<LocalCopy | undefined> {
  if (!(await canKeepCopies())) return undefined
  const name = `${prefix}${storeKey}:${boardId}`
  writeList(new Set([...readList(), name]))
  const persistence = new IndexeddbPersistence(name, document)
  const keeper = new CopyKeeper(name, persistence, document)
  const close = async (): Promise<void> => {
    keeper.stop()
    // It waits until it was open, which may never be.
    await within(clearMs, persistence.destroy(), undefined)
  }
  return {
    whenRead: persistence.whenSynced.then(() => keeper.addUnloadBackups()),
    origin: persistence,
    confirmed: keeper.recall(confirmedKey),
    unsaved: keeper
      .recall(unsavedKey)
      .then((count) => (typeof count === 'number' && count > 0 ? count : 0)),
    keepUnsaved: (count) => keeper.keep(unsavedKey, count),
    keepConfirmed: (text) => keeper.keep(confirmedKey, text),
    close,
    async remove() {
      await close()
      forgetUnloadBackup(name)
      await deleteDatabase(name)
      writeList(new Set([...readList()].filter((kept) => kept !== name)))
    },
  }
}

/**
 * Removes every copy of every board from this device, for when somebody else takes it over.
 * Connections on this page must have been destroyed; other tabs give way by themselves.
 */
export async function clearAllLocalCopies(): Promise<void> {
  forgetAllUnloadBackups()
  if (globalThis.indexedDB === undefined) return
  const names = new Set(readList())
  for (const name of await listDatabases()) if (name.startsWith(prefix)) names.add(name)
  await Promise.all([...names].map((name) => deleteDatabase(name)))
  writeList(new Set())
}

/**
 * Whether this browser keeps anything: not in some private windows, and not with storage switched
 * off. y-indexeddb leaves a failure to open unhandled; so it is tried beforehand.
 */
export function canKeepCopies(): Promise<boolean> {
  const tried = new Promise<boolean>((resolve) => {
    try {
      const request = globalThis.indexedDB.open('stip:can-store')
      request.addEventListener('success', () => {
        request.result.close()
        resolve(true)
      })
      request.addEventListener('error', () => resolve(false))
      request.addEventListener('blocked', () => resolve(false))
    } catch {
      // There is no indexedDB here, or even asking is forbidden.
      resolve(false)
    }
  })
  return within(openMs, tried, false)
}

function deleteDatabase(name: string): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    const request = globalThis.indexedDB.deleteDatabase(name)
    // 'blocked' means that another tab still has it open: it goes when that tab lets go.
    for (const event of ['success', 'error', 'blocked']) {
      request.addEventListener(event, () => resolve())
    }
  })
  return within(clearMs, gone, undefined)
}

async function listDatabases(): Promise<readonly string[]> {
  try {
    const databases = await within(clearMs, globalThis.indexedDB.databases(), [])
    return databases.flatMap(({ name }) => (name === undefined ? [] : [name]))
  } catch {
    // Not every browser has this; our own list has to do.
    return []
  }
}

function readList(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage.getItem(listKey) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [])
  } catch {
    // Storage is switched off, or somebody else wrote there.
    return new Set()
  }
}

function writeList(names: ReadonlySet<string>): void {
  try {
    globalThis.localStorage.setItem(listKey, JSON.stringify([...names]))
  } catch {
    // Storage is switched off or full: then databases() has to do.
  }
}
