import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ConfigError, readConfig } from '../config.ts'
import type { Config } from '../config.ts'
import { whyItCannotStart } from '../start-problems.ts'
import { isInUse, lockFolder } from '../storage/folder-lock.ts'
import type { FolderLock } from '../storage/folder-lock.ts'
import { verifyFolder, verifyWithoutWriting } from '../storage/verify.ts'
import { makeBackup } from './backup.ts'
import { describeVerification } from './findings.ts'
import { MaintenanceError } from './maintenance-error.ts'
import { restoreBackup } from './restore.ts'

// `npm run backup -- BESTAND`, `npm run restore -- BESTAND` and `npm run verify`, each on the data
// folder that the server uses. The launcher hands over whole paths.

const [command, path] = process.argv.slice(2)

process.exitCode = await run().catch((error: unknown) => {
  const isPlain = error instanceof MaintenanceError || error instanceof ConfigError
  const why = isPlain
    ? error.message
    : whyItCannotStart(error, dataFolderOrNone()).replace(
        'Stip kan niet starten',
        'Dit lukt nu niet',
      )
  process.stderr.write(`${why}\n`)
  return 1
})

/** For the sentence that names the folder. */
function dataFolderOrNone(): Config | undefined {
  try {
    return readConfig(process.env)
  } catch {
    return undefined
  }
}

async function run(): Promise<number> {
  const dataDir = resolve(readConfig(process.env).dataDir)
  switch (command) {
    case 'backup':
      return backup(dataDir, path)
    case 'restore':
      return restore(dataDir, path)
    case 'verify':
      return verify(dataDir)
    default:
      throw new MaintenanceError('Kies uit: npm run backup, npm run restore of npm run verify.')
  }
}

async function backup(dataDir: string, target: string | undefined): Promise<number> {
  if (target === undefined) {
    throw new MaintenanceError('Noem het bestand: npm run backup -- /pad/naar/back-up.tar.')
  }
  const made = await makeBackup(dataDir, target, new Date())
  const isGood = made.verification.findings.length === 0
  say([
    ...describeVerification(made.verification),
    isGood
      ? `De back-up staat in ${made.path} (${megabytes(made.bytes)}). Bewaar hem op een veilige plek: de sleutel van de server zit erin.`
      : `De back-up staat in ${made.path} (${megabytes(made.bytes)}), maar de gegevens waren al beschadigd. Bewaar ook een oudere back-up.`,
  ])
  return isGood ? 0 : 1
}

function restore(dataDir: string, file: string | undefined): number {
  if (file === undefined) {
    throw new MaintenanceError('Noem de back-up: npm run restore -- /pad/naar/back-up.tar.')
  }
  const { replaced, verification } = restoreBackup(dataDir, file, new Date())
  say([
    ...describeVerification(verification),
    ...(replaced === undefined ? [] : [`Wat er stond, staat nu in ${replaced}.`]),
    'De back-up is teruggezet. Start Stip met npm start.',
  ])
  return verification.findings.length === 0 ? 0 : 1
}

function verify(dataDir: string): number {
  refuseEmpty(dataDir)
  let lock: FolderLock | undefined
  let isRunning = false
  try {
    lock = lockFolder(dataDir)
  } catch (error) {
    // A server runs, or the folder is not ours to write: we look all the same.
    isRunning = isInUse(error)
  }
  try {
    const verification =
      lock === undefined && !isRunning
        ? verifyWithoutWriting(dataDir)
        : verifyFolder(dataDir, isRunning)
    say(describeVerification(verification))
    return verification.findings.length === 0 ? 0 : 1
  } finally {
    lock?.release()
  }
}

function refuseEmpty(dataDir: string): void {
  if (existsSync(join(dataDir, 'stip.sqlite'))) return
  throw new MaintenanceError(
    `In ${dataDir} staan geen gegevens van Stip: noem de goede map met STIP_DATA_DIR.`,
  )
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`
}
