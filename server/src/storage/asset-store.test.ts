import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AssetStore } from './asset-store.ts'
import { openDatabase } from './database.ts'

describe('the images of sessions', () => {
  it('[X34] count for who added them first, once for each session', async () => {
    const { store } = anAssetStore()
    const [one, other] = [new Uint8Array(100), new Uint8Array(30)]
    await store.add('session', one, 'image/webp', 'Anna')
    await store.add('session', one, 'image/webp', 'Bram')
    await store.add('session', other, 'image/webp', 'Bram')
    await store.add('elsewhere', one, 'image/webp', 'Anna')
    expect(store.sizes('session', 'Anna')).toEqual({ person: 100, session: 130, all: 230 })
    expect(store.sizes('session', 'Bram')).toEqual({ person: 30, session: 130, all: 230 })
    expect(store.has('session', other, 'image/webp')).toBe(true)
    expect(store.has('elsewhere', other, 'image/webp')).toBe(false)
  })

  it('[X34] from before anybody counted are measured on the disk, also when one is missing', async () => {
    const { store, database, folder } = anAssetStore()
    await store.add('session', new Uint8Array(100), 'image/webp', 'Anna')
    const lost = await store.add('session', new Uint8Array(30), 'image/png', 'Anna')
    rmSync(join(folder, 'session', lost))
    database.exec('DELETE FROM asset_sizes')
    const again = new AssetStore(database, folder)
    expect(again.sizes('session', 'Anna')).toEqual({ person: 0, session: 100, all: 100 })
  })
})

function anAssetStore() {
  const folder = mkdtempSync(join(tmpdir(), 'stip-assets-'))
  const database = openDatabase(':memory:')
  database.exec('PRAGMA foreign_keys = OFF')
  onTestFinished(() => {
    database.close()
    rmSync(folder, { recursive: true })
  })
  return { store: new AssetStore(database, folder), database, folder }
}
