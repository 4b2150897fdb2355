import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { CommitUnsureError, LogStore } from './log-store.ts'

const disk = vi.hoisted(() => ({ isBroken: false }))

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const fdatasync = (file: number, done: (error: Error | null) => void): void => {
    if (disk.isBroken) setImmediate(() => done(new Error('EIO: i/o error, fdatasync')))
    else real.fdatasync(file, done)
  }
  return { ...real, fdatasync }
})

it('[L14] a journal that cannot be synced leaves the answer to who opens the files again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stip-failing-sync-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const store = LogStore.open(folder)
  await store.append([addition(1)])
  disk.isBroken = true
  await expect(store.append([addition(2)])).rejects.toThrow(CommitUnsureError)
  disk.isBroken = false
  store.close()
  const again = LogStore.open(folder)
  expect(numbersIn(again)).toEqual([1, 2])
  await again.append([addition(3)])
  expect(numbersIn(again)).toEqual([1, 2, 3])
  again.close()
})

function addition(number: number) {
  return { boardId: 'noord', entries: [{ author: 'anna', update: Uint8Array.of(number) }] }
}

function numbersIn(store: LogStore): readonly (number | undefined)[] {
  return store.read('noord').entries.map(({ update }) => update[0])
}
