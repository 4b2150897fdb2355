import {
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { behindItsBack } from '../../test/behind-its-back.ts'
import { verifyFolder } from '../verify.ts'
import { LogStore } from './log-store.ts'

const WAL = 'boards.sqlite-wal'
const JOURNAL = 'boards.journal'

describe('a log of which a row', () => {
  it.each([
    ['was flipped', "UPDATE updates SET bytes = x'63' WHERE seq = 2", 2],
    ['in the middle is missing', 'DELETE FROM updates WHERE seq = 2', 2],
    ['at the end is missing', 'DELETE FROM updates WHERE seq = 3', 3],
    ['has another author', "UPDATE updates SET author = 'bram' WHERE seq = 3", 3],
    [
      'was added',
      'INSERT INTO updates SELECT board_id, 4, author, bytes, crc, previous FROM updates WHERE seq = 3',
      4,
    ],
  ])('[L9] %s says which one', async (_what, sql, seq) => {
    const folder = aFolder()
    const store = await aStoreOfThree(folder)
    behindItsBack(folder, sql)
    expect(() => store.read('noord')).toThrow(
      expect.objectContaining({ code: 'STIP_LOG_DAMAGED', boardId: 'noord', seq }),
    )
    store.close()
  })

  it('[L9] all of which are missing is not an empty board', async () => {
    const folder = aFolder()
    const store = await aStoreOfThree(folder)
    behindItsBack(folder, 'DELETE FROM updates')
    expect(() => store.read('noord')).toThrow('damaged')
    store.close()
  })
})

describe('a log whose process died', () => {
  it('[L12] has everything back that SQLite takes for never written', async () => {
    const died = await aFolderOfADeadProcess()
    // One bit in the first of the frames, and SQLite drops all of them without a word.
    flip(join(died, WAL), 60)
    const store = LogStore.open(died)
    expect(numbersIn(store)).toEqual([1, 2, 3])
    expect(store.repairs).toMatchObject({ added: 3, addedCommits: 3, isJournalDamaged: false })
    await store.append([addition(4)])
    expect(numbersIn(store)).toEqual([1, 2, 3, 4])
    store.close()
  })

  it('[L12] has everything without its write-ahead log', async () => {
    const died = await aFolderOfADeadProcess()
    truncateSync(join(died, WAL), 0)
    const store = LogStore.open(died)
    expect(numbersIn(store)).toEqual([1, 2, 3])
    store.close()
  })

  it('[L12] puts a last commit on disk twice that only SQLite has', async () => {
    const died = await aFolderOfADeadProcess()
    truncateSync(join(died, JOURNAL), readFileSync(join(died, JOURNAL)).length - 3)
    const store = LogStore.open(died)
    expect(numbersIn(store)).toEqual([1, 2, 3])
    // The power went while both were on their way: nothing is wrong with the disk.
    expect(store.repairs).toMatchObject({
      added: 0,
      isJournalBehind: true,
      isJournalDamaged: false,
    })
    await store.append([addition(4)])
    const again = aFolder()
    cpSync(died, again, { recursive: true })
    store.close()
    rmSync(join(again, 'boards.sqlite-shm'))
    truncateSync(join(again, WAL), 0)
    const mended = LogStore.open(again)
    expect(numbersIn(mended)).toEqual([1, 2, 3, 4])
    mended.close()
  })

  it('[L12] says that its journal lost more than that', async () => {
    const died = await aFolderOfADeadProcess()
    truncateSync(join(died, JOURNAL), readFileSync(join(died, JOURNAL)).length - 100)
    expect(verifyFolder(died, false).findings).toEqual([{ kind: 'journal-damaged' }])
    const store = LogStore.open(died)
    expect(numbersIn(store)).toEqual([1, 2, 3])
    expect(store.repairs).toMatchObject({ added: 0, isJournalDamaged: true })
    store.close()
  })

  it('[L12] begins a new journal after a damaged one, and trusts that again', async () => {
    const died = await aFolderOfADeadProcess()
    flip(join(died, JOURNAL), 60)
    LogStore.open(died).close()
    const store = LogStore.open(died)
    expect(store.repairs).toMatchObject({ isJournalDamaged: false, isJournalMissing: false })
    expect(numbersIn(store)).toEqual([1, 2, 3])
    store.close()
  })

  it('[L12] goes on where it ended while a new journal got its name', async () => {
    const folder = aFolder()
    await aClosedStoreOfThree(folder)
    renameSync(join(folder, JOURNAL), join(folder, 'boards.journal.new'))
    const store = LogStore.open(folder)
    expect(store.repairs).toMatchObject({ isJournalDamaged: false, isJournalMissing: false })
    await store.append([addition(4)])
    expect(numbersIn(store)).toEqual([1, 2, 3, 4])
    store.close()
  })

  it('[L12] mends rows that went bad in the database since', async () => {
    const folder = aFolder()
    await aClosedStoreOfThree(folder)
    behindItsBack(
      folder,
      "UPDATE updates SET bytes = x'63' WHERE seq = 2; DELETE FROM updates WHERE seq = 3",
    )
    const store = LogStore.open(folder)
    expect(store.repairs).toMatchObject({ mended: 1, added: 1 })
    expect(numbersIn(store)).toEqual([1, 2, 3])
    store.close()
  })

  it('[L13] does not open when commits are missing from both', async () => {
    const folder = aFolder()
    const store = await aStoreOfThree(folder)
    const older = aFolder()
    cpSync(folder, older, { recursive: true })
    await store.append([addition(4)])
    await store.append([addition(5)])
    store.close()
    // An old copy of the database under a journal of today.
    cpSync(join(older, 'boards.sqlite'), join(folder, 'boards.sqlite'))
    cpSync(join(older, WAL), join(folder, WAL))
    rmSync(join(folder, 'boards.journal.old'))
    expect(() => LogStore.open(folder)).toThrow(
      expect.objectContaining({ code: 'STIP_LOG_LOST', lost: 2 }),
    )
  })
})

describe('a log of which both files went back to the same moment', () => {
  it('[L15] does not open, and verify says so', async () => {
    const folder = await aFolderSetBack()
    expect(() => LogStore.open(folder)).toThrow(
      expect.objectContaining({ code: 'STIP_LOG_LOST', lost: 2 }),
    )
    const { findings } = verifyFolder(folder, false)
    expect(findings).toEqual([{ kind: 'commits-lost', commits: 2 }])
  })

  it('[L15] goes on with what there is for who takes the journal away', async () => {
    const folder = await aFolderSetBack()
    rmSync(join(folder, JOURNAL))
    const store = LogStore.open(folder)
    expect(numbersIn(store)).toEqual([1, 2, 3])
    expect(store.repairs).toMatchObject({ isJournalMissing: true })
    await store.append([addition(6)])
    store.close()
    const again = LogStore.open(folder)
    expect(numbersIn(again)).toEqual([1, 2, 3, 6])
    again.close()
  })

  it('[L15] is not held up by a counter that is gone, damaged or behind', async () => {
    const folder = aFolder()
    await aClosedStoreOfThree(folder)
    const path = join(folder, 'boards.witness')
    const whole = readFileSync(path)
    for (const bytes of [whole.subarray(0, 3), Buffer.alloc(32, 7), Buffer.alloc(0)]) {
      writeFileSync(path, bytes)
      const store = LogStore.open(folder)
      expect(numbersIn(store)).toEqual([1, 2, 3])
      store.close()
    }
  })
})

/** A log of five commits, of which database and journal are as they were after three. */
async function aFolderSetBack(): Promise<string> {
  const folder = await aFolderOfADeadProcess()
  const [older, newer] = [aFolder(), aFolder()]
  cpSync(folder, older, { recursive: true })
  const store = LogStore.open(folder)
  await store.append([addition(4)])
  await store.append([addition(5)])
  cpSync(join(folder, 'boards.witness'), join(newer, 'boards.witness'))
  store.close()
  cpSync(join(newer, 'boards.witness'), join(older, 'boards.witness'))
  return older
}

describe('a log on a full disk', () => {
  it('[L8] takes nothing of a commit, in the journal either, and goes on when there is room', async () => {
    const folder = aFolder()
    const store = await aStoreOfThree(folder)
    behindItsBack(
      folder,
      `CREATE TRIGGER full BEFORE INSERT ON updates WHEN NEW.seq > 3
      BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
    )
    await expect(store.append([addition(4), addition(5)])).rejects.toThrow('the disk is full')
    expect(numbersIn(store)).toEqual([1, 2, 3])
    behindItsBack(folder, 'DROP TRIGGER full')
    await store.append([addition(6)])
    const copy = aFolder()
    cpSync(folder, copy, { recursive: true })
    const again = LogStore.open(copy)
    expect(numbersIn(again)).toEqual([1, 2, 3, 6])
    again.close()
    store.close()
  })
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stip-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** One board, three commits of one row each. */
async function aStoreOfThree(folder: string): Promise<LogStore> {
  const store = LogStore.open(folder)
  for (const number of [1, 2, 3]) {
    // oxlint-disable-next-line no-await-in-loop
    await store.append([addition(number)])
  }
  return store
}

async function aClosedStoreOfThree(folder: string): Promise<void> {
  const store = await aStoreOfThree(folder)
  store.close()
}

/** The files as they are when a process ends without a word. */
async function aFolderOfADeadProcess(): Promise<string> {
  const [folder, died] = [aFolder(), aFolder()]
  const store = await aStoreOfThree(folder)
  cpSync(folder, died, { recursive: true })
  rmSync(join(died, 'boards.sqlite-shm'), { force: true })
  store.close()
  return died
}

function addition(number: number) {
  return { boardId: 'noord', entries: [{ author: 'anna', update: Uint8Array.of(number) }] }
}

function numbersIn(store: LogStore): readonly (number | undefined)[] {
  return store.read('noord').entries.map(({ update }) => update[0])
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 4
  writeFileSync(path, bytes)
}
