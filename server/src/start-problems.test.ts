import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readConfig } from './config.ts'
import { UpdateLogDamagedError } from './errors.ts'
import { describeVerification } from './maintenance/findings.ts'
import { adviceOn, whyItCannotStart } from './start-problems.ts'
import { diskTroubleOf } from './storage/disk-trouble.ts'
import { openStorage } from './storage/storage.ts'
import { verifyFolder, verifyWithoutWriting } from './storage/verify.ts'
import { anEarlierFolder } from './test/an-earlier-folder.ts'

describe('advice on a disk', () => {
  it.each([
    ['EROFS', 'alleen-lezen'],
    ['ENOSPC', 'is vol'],
    ['EDQUOT', 'niet meer'],
    ['EACCES', 'schrijfrecht'],
    ['EPERM', 'schrijfrecht'],
    ['EBUSY', 'ander programma'],
    ['EMFILE', 'ulimit'],
    ['ENFILE', 'ulimit'],
    ['ENOTDIR', 'geen map'],
    ['EEXIST', 'geen map'],
    ['EISDIR', 'een map op de plaats van een bestand'],
    ['ENAMETOOLONG', 'te lang'],
    ['ENOENT', 'aangesloten'],
    ['ELOOP', 'aangesloten'],
    ['EIO', 'geeft fouten'],
    ['ESTALE', 'geeft fouten'],
    ['ENOLCK', 'netwerkschijven'],
  ])('[W46] after %s says: %s', (code, words) => {
    const error = Object.assign(new Error(`${code}: something, open '/x/y'`), { code })
    const wrapped = new Error('It failed.', { cause: error })
    for (const each of [error, wrapped]) {
      const sentence = whyItCannotStart(each, readConfig({ STIP_DATA_DIR: '/x' }))
      expect(sentence).toContain(words)
      expect(sentence).not.toMatch(/beschadigd(?!:)|restore|meld dit/)
    }
  })

  it.each([
    [8, 'attempt to write a readonly database', 'read-only'],
    [1032, 'attempt to write a readonly database', 'read-only'],
    [10, 'disk I/O error', 'failing'],
    [778, 'disk I/O error', 'failing'],
    [3850, 'disk I/O error', 'no-locks'],
    [13, 'database or disk is full', 'full'],
    [14, 'unable to open database file', 'not-allowed'],
    [15, 'locking protocol', 'no-locks'],
    [11, 'database disk image is malformed', undefined],
    [26, 'file is not a database', undefined],
    [5, 'database is locked', undefined],
  ])('[W46] takes %i of SQLite (%s) for %s', (errcode, message, trouble) => {
    const error = Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR', errcode })
    expect(diskTroubleOf(error)).toBe(trouble)
  })

  it('[W46] tells real damage, another Stip and a newer one from all that', () => {
    const config = readConfig({ STIP_DATA_DIR: '/x' })
    const say = (error: Error): string => whyItCannotStart(error, config)
    expect(say(new UpdateLogDamagedError('b', 1))).toContain('beschadigd')
    expect(say(new Error('file is not a database'))).toContain('beschadigd')
    expect(say(new Error('database is locked'))).toContain('al in gebruik')
    expect(say(new Error('It was written by a newer version of Stip.'))).toContain('nieuwere')
  })

  it('[W46] is about what is there: a file, or a folder where a file should be', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'bestand'), '')
    expect(await sentenceAt(join(folder, 'bestand'))).toContain('geen map')
    expect(await sentenceAt(join(folder, 'bestand', 'dieper'))).toContain('geen map')
    mkdirSync(join(folder, 'data', 'stip.sqlite'), { recursive: true })
    expect(await sentenceAt(join(folder, 'data'))).not.toMatch(/beschadigd|schrijfrecht/)
    expect(await sentenceAt(join(folder, 'x'.repeat(300)))).toContain('te lang')
  })
})

describe('verify', () => {
  it('[W47] looks at a copy where nothing can be written, and leaves nothing behind', () => {
    for (const commit of ['9f19b97', 'c1d5a8b']) {
      const folder = anEarlierFolder(commit)
      const before = readdirSync(folder)
      const verification = verifyWithoutWriting(folder)
      expect(verification).toMatchObject({ findings: [], assets: 1 })
      expect(verification.boards).toBeGreaterThan(0)
      expect(readdirSync(folder)).toEqual(before)
    }
  })

  it('[W47] calls what it cannot read not looked at, and not damaged', () => {
    const folder = anEarlierFolder('c1d5a8b')
    rmSync(join(folder, 'server.key'))
    mkdirSync(join(folder, 'server.key'))
    const verification = verifyFolder(folder, false)
    expect(verification.findings).toEqual([
      { kind: 'not-read', file: 'server.key', why: 'is-a-folder' },
    ])
    const [line] = describeVerification(verification)
    expect(line).toContain('niet nagekeken')
    expect(line).not.toContain('beschadigd')
  })

  it('[W46] has a sentence for every trouble that names what to do', () => {
    for (const trouble of [
      'read-only',
      'full',
      'quota',
      'in-use',
      'failing',
      'no-locks',
    ] as const) {
      expect(adviceOn(trouble, '/x')).toMatch(/: \w.*\.$/)
    }
  })
})

async function sentenceAt(dataDir: string): Promise<string> {
  const error = await openStorage(dataDir).then(
    (storage) => storage.close(),
    (reason: unknown) => reason,
  )
  return whyItCannotStart(error, readConfig({ STIP_DATA_DIR: dataDir }))
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stip-advice-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
