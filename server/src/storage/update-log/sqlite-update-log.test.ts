import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeUpdateLog } from '@stip/sync/update-log-contract'
import { describe, expect, it, onTestFinished } from 'vitest'
import { behindItsBack } from '../../test/behind-its-back.ts'
import { lockFolder } from '../folder-lock.ts'
import { SqliteUpdateLog } from './sqlite-update-log.ts'

describeUpdateLog('SqliteUpdateLog', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stip-log-'))
  const log = new SqliteUpdateLog(folder)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return {
    log,
    reopen: async () => {
      await log.close()
      return new SqliteUpdateLog(folder)
    },
    damage: async (boardId) =>
      behindItsBack(
        folder,
        `UPDATE updates SET bytes = x'00' WHERE board_id = '${boardId}' AND seq = 2`,
      ),
    failNextAppend: () =>
      behindItsBack(
        folder,
        `CREATE TRIGGER failure BEFORE INSERT ON updates WHEN NEW.bytes = x'03'
         BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
      ),
  }
})

describe('the data folder', () => {
  it('[W2] belongs to one server at a time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stip-log-'))
    const first = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow('database is locked')
    first.release()
    lockFolder(folder).release()
  })
})
