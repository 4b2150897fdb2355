import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MemoryAssets } from '../../../test/memory/memory-assets.ts'
import { MemoryImageBoards } from '../../../test/memory/memory-image-boards.ts'
import { tableStores } from '../../../test/table-stores.ts'
import { describeAssetStore, describeImageBoardStore } from './asset-store.contract.ts'
import { openDatabase } from '../../database/database.ts'
import { Tables } from '../../tables/tables.ts'

describeAssetStore('SQLite', () => tableStores().assets)
describeAssetStore('memory', () => new MemoryAssets())
describeImageBoardStore('SQLite', () => tableStores().imageBoards)
describeImageBoardStore('memory', () => new MemoryImageBoards())

it('[X34] images from before anybody counted are measured on the disk, also when one is missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stip-assets-'))
  const database = openDatabase(':memory:')
  onTestFinished(() => {
    database.close()
    rmSync(folder, { recursive: true })
  })
  mkdirSync(join(folder, 'avond'))
  writeFileSync(join(folder, 'avond', 'there.webp'), new Uint8Array(100))
  database.exec(`
    INSERT INTO sessions (id, revision, state) VALUES ('avond', 0, '');
    INSERT INTO assets VALUES ('avond', 'there.webp', 'image/webp'), ('avond', 'lost.png', 'image/png');
  `)
  const { assets } = new Tables(database, folder).all
  expect(assets.sizes('avond', 'Anna')).toEqual({ person: 0, session: 100, all: 100 })
})
