import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** Why a disk or folder does not do what is asked, without that anything in it is damaged. */
export type DiskTrouble =
  | 'read-only'
  | 'full'
  | 'quota'
  | 'not-allowed'
  | 'in-use'
  | 'too-many-files'
  | 'not-a-folder'
  | 'is-a-folder'
  | 'name-too-long'
  | 'not-there'
  | 'failing'
  | 'no-locks'

const byCode: Readonly<Record<string, DiskTrouble>> = {
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'quota',
  EFBIG: 'quota',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EBUSY: 'in-use',
  ETXTBSY: 'in-use',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
  EISDIR: 'is-a-folder',
  ENAMETOOLONG: 'name-too-long',
  ENOENT: 'not-there',
  ELOOP: 'not-there',
  ENODEV: 'not-there',
  ENXIO: 'not-there',
  EIO: 'failing',
  ESTALE: 'failing',
  ETIMEDOUT: 'failing',
  ENOLCK: 'no-locks',
  ENOTSUP: 'no-locks',
  EOPNOTSUPP: 'no-locks',
  ENOSYS: 'no-locks',
}

/** SQLite's own numbers: https://sqlite.org/rescode.html. */
const bySqlite: Readonly<Record<number, DiskTrouble>> = {
  3: 'not-allowed',
  8: 'read-only',
  10: 'failing',
  13: 'full',
  14: 'not-allowed',
  15: 'no-locks',
  22: 'no-locks',
  526: 'is-a-folder',
  // What cannot be locked or shared, as on many disks over a network.
  3850: 'no-locks',
  4618: 'no-locks',
  4874: 'full',
  5130: 'no-locks',
  5386: 'no-locks',
}

/** What an error says of the disk; undefined when it is about something else. */
export function diskTroubleOf(error: unknown): DiskTrouble | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? byCode[String(error.code)] : undefined
  if (code !== undefined) return code
  const number = 'errcode' in error ? Number(error.errcode) : 0
  return bySqlite[number] ?? bySqlite[number % 256] ?? diskTroubleOf(error.cause)
}

/** SQLite says "cannot open" and "read-only" of many things: finds out by writing a little in the folder. */
export function diskTroubleIn(folder: string, error: unknown): DiskTrouble | undefined {
  const said = diskTroubleOf(error)
  const isVague = error instanceof Error && 'errcode' in error
  if (said === undefined || !isVague) return said
  return troubleWhenWriting(folder) ?? (hasFolderForFile(folder) ? 'is-a-folder' : said)
}

function hasFolderForFile(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => entry.isDirectory() && /\.(?:sqlite|lock|journal|witness|key)$/.test(entry.name),
  )
}

/** What writing in a folder comes to; undefined when it works. */
function troubleWhenWriting(folder: string): DiskTrouble | undefined {
  const path = join(folder, `.stip-proef-${process.pid}`)
  try {
    if (!existsSync(folder)) return 'not-there'
    if (!statSync(folder).isDirectory()) return 'not-a-folder'
    const file = openSync(path, 'w')
    try {
      writeSync(file, Buffer.alloc(8192))
      fsyncSync(file)
    } finally {
      closeSync(file)
      rmSync(path, { force: true })
    }
    return undefined
  } catch (error) {
    return diskTroubleOf(error)
  }
}
