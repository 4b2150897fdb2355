import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { diskTroubleOf } from '../storage/disk-trouble.ts'
import { isInUse, lockFolder } from '../storage/folder-lock.ts'
import type { FolderLock } from '../storage/folder-lock.ts'
import { raiseGeneration } from '../storage/update-log/raise-generation.ts'
import { UNFINISHED_RESTORE } from '../storage/storage.ts'
import { verifyFolder } from '../storage/verify.ts'
import type { Verification } from '../storage/verify.ts'
import { BACKUP_ROOT, MANIFEST } from './backup.ts'
import { MaintenanceError } from './maintenance-error.ts'
import { readTar } from './tar.ts'

/** A backup that was put back. */
export interface Restored {
  /** Where the data is that was there before; undefined when there was none. */
  readonly replaced: string | undefined
  readonly verification: Verification
}

const UNPACKED = '.restoring-'
const REPLACED = 'voor-terugzetten-'

/**
 * Puts a backup back. The old data stays beside it, in a folder of its own. Everybody who has a
 * copy of the boards in a browser takes them anew: their generation is raised.
 *
 * @throws {MaintenanceError} When a server uses the folder, or the file is no good backup; then
 *   nothing was changed.
 */
export function restoreBackup(dataDir: string, backup: string, now: Date): Restored {
  if (!existsSync(backup)) {
    throw new MaintenanceError(`De back-up ${backup} bestaat niet: kijk of de naam klopt.`)
  }
  mkdirSync(dataDir, { recursive: true })
  const lock = lockOrRefuse(dataDir)
  const unpacked = join(dataDir, `${UNPACKED}${randomBytes(4).toString('hex')}`)
  try {
    for (const left of leftovers(dataDir)) rmSync(join(dataDir, left), { recursive: true })
    unpack(backup, unpacked)
    const verification = verifyFolder(unpacked, false)
    if (verification.findings.some((each) => each.kind === 'not-read' && each.why === 'newer')) {
      throw new MaintenanceError(
        `De back-up ${backup} komt van een nieuwere Stip: zet hem terug met die versie, of neem een andere.`,
      )
    }
    const isUnreadable = verification.findings.some(
      ({ kind }) => kind === 'file' || kind === 'not-read',
    )
    if (isUnreadable) {
      throw new MaintenanceError(`De back-up ${backup} is beschadigd: neem een andere.`)
    }
    raiseGeneration(unpacked, dataDir, now.getTime())
    return { replaced: exchange(dataDir, unpacked, now), verification }
  } finally {
    rmSync(unpacked, { recursive: true, force: true })
    lock.release()
  }
}

function lockOrRefuse(dataDir: string): FolderLock {
  try {
    return lockFolder(dataDir)
  } catch (cause) {
    if (!isInUse(cause)) throw cause
    throw new MaintenanceError(
      `Er draait nog een Stip op de gegevensmap ${dataDir}: stop die eerst.`,
      { cause },
    )
  }
}

function leftovers(dataDir: string): readonly string[] {
  return readdirSync(dataDir).filter((name) => name.startsWith(UNPACKED))
}

function unpack(backup: string, target: string): void {
  const sums: Record<string, string> = {}
  try {
    readTar(backup, ({ name, copyTo }) => {
      const path = pathFor(name, target)
      mkdirSync(dirname(path), { recursive: true })
      const sum = createHash('sha256')
      const file = openSync(path, 'w', 0o600)
      try {
        copyTo(file, (piece) => sum.update(piece))
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      sums[name.slice(BACKUP_ROOT.length)] = sum.digest('hex')
    })
    const listed = checkedManifest(target, sums)
    for (const name of Object.keys(sums)) {
      if (!listed.has(name) || !isPutBack(name)) rmSync(join(target, name))
    }
  } catch (cause) {
    // A full disk, or one that fails, says nothing of the backup.
    if (diskTroubleOf(cause) !== undefined) throw cause
    throw new MaintenanceError(
      `Het bestand ${backup} is geen hele back-up van Stip: neem een andere.`,
      { cause },
    )
  }
}

/** Names come from a file that anybody may have made. */
function pathFor(name: string, target: string): string {
  const parts = name.slice(BACKUP_ROOT.length).split('/')
  const isOurs = name.startsWith(BACKUP_ROOT) && parts.every((part) => /^[\w-][\w.-]*$/.test(part))
  if (!isOurs) throw new Error(`A backup has no file ${name}.`)
  return join(target, ...parts)
}

/** What a data folder is made of. A journal or a counter from elsewhere would speak of other boards. */
function isPutBack(name: string): boolean {
  return ['stip.sqlite', 'boards.sqlite', 'server.key'].includes(name) || name.startsWith('assets/')
}

/** The names of the files that it lists; each is as it says. */
function checkedManifest(
  target: string,
  sums: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const path = join(target, MANIFEST)
  const { version, files } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly version: number
    readonly files: Readonly<Record<string, string>>
  }
  if (version !== 1) throw new Error(`Backups of version ${version} are not known.`)
  for (const [name, sum] of Object.entries(files)) {
    if (sums[name] !== sum) throw new Error(`The file ${name} is damaged.`)
  }
  if (files['stip.sqlite'] === undefined) throw new Error('There are no sessions in it.')
  return new Set(Object.keys(files))
}

/** Moves the old data aside and the new data in. Cut off in between, no server starts before it is done again. */
function exchange(dataDir: string, unpacked: string, now: Date): string | undefined {
  const marker = join(dataDir, UNFINISHED_RESTORE)
  writeFileSync(marker, '', { flush: true })
  const old = readdirSync(dataDir).filter((name) => !staysInPlace(name))
  const aside = join(
    dataDir,
    `${REPLACED}${now.toISOString().slice(0, 19).replaceAll(':', '-')}-${randomBytes(2).toString('hex')}`,
  )
  if (old.length > 0) mkdirSync(aside)
  for (const name of old) renameSync(join(dataDir, name), join(aside, name))
  for (const name of readdirSync(unpacked)) {
    renameSync(join(unpacked, name), join(dataDir, name))
  }
  rmSync(marker)
  return old.length > 0 ? aside : undefined
}

function staysInPlace(name: string): boolean {
  return (
    name === UNFINISHED_RESTORE ||
    name.startsWith('stip.lock') ||
    name.startsWith(UNPACKED) ||
    name.startsWith(REPLACED)
  )
}
