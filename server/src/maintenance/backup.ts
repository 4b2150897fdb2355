import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  closeSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { copyDatabases } from '../storage/database/copy-databases.ts'
import { lockFolder } from '../storage/folder-lock.ts'
import { LogStore } from '../storage/log/log-store.ts'
import { verifyFolder } from '../storage/verify.ts'
import type { Verification } from '../storage/verify.ts'
import { MaintenanceError } from './maintenance-error.ts'
import { TarWriter } from './tar.ts'

/** The first part of every name in a backup. */
export const BACKUP_ROOT = 'stip-backup/'
/** The last file in a backup: the sha256 of all others, by name. */
export const MANIFEST = 'manifest.json'

/** A backup that was made. */
export interface Backup {
  readonly path: string
  readonly bytes: number
  /** What is in it; damage that was in the data folder is in the backup too. */
  readonly verification: Verification
}

/**
 * Makes a backup of a data folder in one tar file, also while a server uses the folder. The file
 * is complete and checked when it gets its name.
 *
 * @param target - A file, or a folder that gets a file named after the moment.
 * @throws {MaintenanceError} When that is not possible.
 */
export async function makeBackup(dataDir: string, target: string, now: Date): Promise<Backup> {
  if (!existsSync(join(dataDir, 'stip.sqlite'))) {
    throw new MaintenanceError(
      `In ${dataDir} staan geen gegevens van Stip: noem de goede map met STIP_DATA_DIR.`,
    )
  }
  const path = fileFor(target, now)
  refuseForeignFile(path)
  const isRunning = settleWhenStopped(dataDir)
  const work = mkdtempSync(join(dirname(path), `.${basename(path)}-`))
  try {
    await copyDatabases(dataDir, work)
    const passing = join(work, `backup-${randomBytes(4).toString('hex')}.tar`)
    // The journal is not in a backup: the databases were copied with everything in them.
    const databases = readdirSync(work).filter((name) => name.endsWith('.sqlite'))
    write(passing, [
      ...databases.map((name) => ({ name, path: join(work, name) })),
      ...filesIn(dataDir, 'assets'),
      ...(existsSync(join(dataDir, 'server.key'))
        ? [{ name: 'server.key', path: join(dataDir, 'server.key') }]
        : []),
    ])
    const verification = verifyCopy(dataDir, work, isRunning)
    renameSync(passing, path)
    return { path, bytes: statSync(path).size, verification }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function fileFor(target: string, now: Date): string {
  const isFolder = target.endsWith(sep) || (existsSync(target) && statSync(target).isDirectory())
  const folder = isFolder ? target : dirname(target)
  mkdirSync(folder, { recursive: true })
  if (!isFolder) return target
  const name = `stip-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`
  // A clock that was set back comes by the same moment again, and an older backup must stay.
  for (let count = 1; ; count++) {
    const path = join(folder, count === 1 ? `${name}.tar` : `${name}-${count}.tar`)
    if (!existsSync(path)) return path
  }
}

/** An older backup may be replaced, as by a nightly task; anything else may not. */
function refuseForeignFile(path: string): void {
  if (!existsSync(path)) return
  const start = Buffer.alloc(BACKUP_ROOT.length)
  const file = openSync(path, 'r')
  readSync(file, start)
  closeSync(file)
  if (start.toString() === BACKUP_ROOT) return
  throw new MaintenanceError(
    `Het bestand ${path} bestaat al en is geen back-up van Stip: kies een andere naam.`,
  )
}

/** Without a server, what only the journal has is put into the database first. Returns whether one runs. */
function settleWhenStopped(dataDir: string): boolean {
  let lock
  try {
    lock = lockFolder(dataDir)
  } catch {
    return true
  }
  try {
    LogStore.open(dataDir).close()
  } catch {
    // A damaged log is copied as it is; what is wrong with it is told at the end.
  } finally {
    lock.release()
  }
  return false
}

interface Source {
  readonly name: string
  readonly path: string
}

function filesIn(dataDir: string, folder: string): readonly Source[] {
  const root = join(dataDir, folder)
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return {
        name: path
          .slice(dataDir.length + 1)
          .split(sep)
          .join('/'),
        path,
      }
    })
}

function write(path: string, sources: readonly Source[]): void {
  const tar = new TarWriter(path)
  try {
    const sums: Record<string, string> = {}
    for (const source of sources) {
      const sum = createHash('sha256')
      tar.addFile(BACKUP_ROOT + source.name, source.path, (piece) => sum.update(piece))
      sums[source.name] = sum.digest('hex')
    }
    tar.addBytes(BACKUP_ROOT + MANIFEST, Buffer.from(JSON.stringify({ version: 1, files: sums })))
    fsyncSync(tar.end())
  } finally {
    tar.close()
  }
}

/** The boards of the copy, and the images of the original: they never change. */
function verifyCopy(dataDir: string, work: string, isRunning: boolean): Verification {
  const copy = verifyFolder(work, false)
  const { assets, findings } = verifyFolder(dataDir, isRunning)
  return {
    ...copy,
    assets,
    findings: [
      ...copy.findings.filter(({ kind }) => kind !== 'asset'),
      ...findings.filter(({ kind }) => kind === 'asset' || kind === 'commits-lost'),
    ],
  }
}
