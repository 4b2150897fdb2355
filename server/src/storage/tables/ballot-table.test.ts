import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { Tables } from './tables.ts'

it('[BT4] no file holds anything of ballots, or of the secret, once they are destroyed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stip-ballots-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const database = openDatabase(join(folder, 'stip.sqlite'), join(folder, 'counter'))
  onTestFinished(() => database.close())
  database.exec(`INSERT INTO sessions (id, revision, state) VALUES ('avond', 0, '')`)
  const tables = new Tables(database, '')
  const does = (method: string, ...given: readonly unknown[]): unknown => {
    const isWriting = method !== 'wipe'
    return tables.answer({ table: 'ballots', method, isWriting, given })
  }
  const secret = Buffer.from('a secret of thirty-two letters!!')
  const voters = Array.from({ length: 300 }, (_, place) => Buffer.from(`voter number ${place} .`))
  const cast = (answers: string): unknown =>
    does(
      'cast',
      'q1',
      voters.map((voter) => ({ voter, role: 'resident', groupId: 'A', answers })),
    )
  does('begin', 'avond', 'q1', secret)
  cast('{"why":"first thoughts"}')
  cast('{"why":"second thoughts of somebody, and longer"}')
  // Some of it reached the database file itself.
  does('wipe')
  cast('{"why":"third thoughts"}')
  const traces = [secret, Buffer.from('voter number'), Buffer.from('thoughts')]
  const found = (): readonly number[] => traces.map((trace) => filesWith(folder, trace))
  expect(Math.min(...found())).toBeGreaterThan(0)
  does('destroy', 'q1')
  does('wipe')
  expect(found()).toEqual([0, 0, 0])
})

function filesWith(folder: string, trace: Buffer): number {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(trace))
    .length
}
