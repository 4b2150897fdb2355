import { join } from 'node:path'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { expect, it, onTestFinished, vi } from 'vitest'
import { aServer, aSession, aSessionInGroups } from '../test/a-server.ts'
import type { TestServer } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { eventually } from '../test/eventually.ts'

it('[W14] a start reads the same however much there is', async () => {
  let server: TestServer = await aServer({}, undefined, {}, undefined, undefined, true)
  await aSession(server)
  await server.app.close()
  const rows = countedRows()
  server = await server.restart()
  const few = rows.taken()
  for (let number = 0; number < 12; number++) {
    // oxlint-disable-next-line no-await-in-loop
    const session = await aSession(server)
    // oxlint-disable-next-line no-await-in-loop
    for (let person = 0; person < 5; person++) await session.newParticipant()
    // oxlint-disable-next-line no-await-in-loop
    await session.command({ type: 'mix-groups' })
  }
  await server.app.close()
  expect(rows.taken()).toBeGreaterThan(few)
  await server.restart()
  expect(rows.taken()).toBe(few)
})

it('[W14] what is asked at a start goes past no table that grows', async () => {
  let server: TestServer = await aServer({}, undefined, {}, undefined, undefined, true)
  await aSession(server)
  await server.app.close()
  const rows = countedRows()
  // A clock that was set back while the server was down has codes moved.
  server = await server.restart(-60_000)
  const { asked } = rows
  await server.app.close()
  const database = new DatabaseSync(join(server.dataDir, 'stip.sqlite'))
  onTestFinished(() => database.close())
  const scans = [...asked]
    .filter((sql) => /^\s*(SELECT|UPDATE|DELETE)\b/.test(sql) && !sql.includes('EXPLAIN'))
    .flatMap((sql) => database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
    .map(({ detail }) => String(detail))
    .filter(
      (detail) =>
        detail.startsWith('SCAN') && !/INDEX (?:merges_planned|ballot_boxes_closed)/.test(detail),
    )
  // Each holds what goes on now, and what a database is made of.
  const small = [
    'counting_sessions',
    'intents',
    'main',
    'pragma_table_info',
    'sqlite_master',
    'sqlite_schema',
  ]
  expect(scans.filter((scan) => !small.some((name) => scan.includes(name)))).toEqual([])
  expect([...asked].some((sql) => sql.includes('merges'))).toBe(true)
})

it('[ST9] an evening asks for no SQL in the thread of the pens', async () => {
  const server = await aServer()
  // The database that locks the folder is open by now.
  const rows = countedRows()
  const { session, inGroups, plenaryId } = await aSessionInGroups(server)
  const [anna] = inGroups
  if (anna === undefined) throw new Error('There are three groups.')
  const board = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
  await board.synced
  board.write('here')
  await session.command({ type: 'merge' })
  await session.command({ type: 'undo-merge' })
  const as = 'as=facilitator'
  await session.facilitator.get(`/api/boards/${plenaryId}/moments?${as}`)
  await session.facilitator.get(`/api/sessions/${session.id}/links?${as}`)
  await session.facilitator.get(`/api/boards/${anna.boardId}/export.json?${as}`)
  await session.facilitator.get('/api/me')
  await eventually(() => expect(board.notes).toContain('shape:here'))
  expect(rows.taken()).toBe(0)
})

/** Counts the rows that are read in this thread, and what is asked of a database. */
function countedRows() {
  let count = 0
  const asked = new Set<string>()
  // They are called on what they were called on.
  /* oxlint-disable typescript/unbound-method */
  const { get, all, run } = StatementSync.prototype
  const { exec } = DatabaseSync.prototype
  /* oxlint-enable typescript/unbound-method */
  type Values = Parameters<StatementSync['get']>
  const spies = [
    vi.spyOn(StatementSync.prototype, 'get').mockImplementation(function (
      this: StatementSync,
      ...values: Values
    ) {
      count++
      asked.add(this.sourceSQL)
      return Reflect.apply(get, this, values)
    }),
    vi.spyOn(StatementSync.prototype, 'all').mockImplementation(function (
      this: StatementSync,
      ...values: Values
    ) {
      asked.add(this.sourceSQL)
      const rows = Reflect.apply(all, this, values)
      count += Math.max(1, rows.length)
      return rows
    }),
    vi.spyOn(StatementSync.prototype, 'run').mockImplementation(function (
      this: StatementSync,
      ...values: Values
    ) {
      count++
      asked.add(this.sourceSQL)
      return Reflect.apply(run, this, values)
    }),
    vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (
      this: DatabaseSync,
      sql: string,
    ) {
      count++
      Reflect.apply(exec, this, [sql])
    }),
  ]
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
  return {
    /** What was asked, as SQL. */
    asked,
    /** How many since this was asked before. */
    taken: (): number => {
      const taken = count
      count = 0
      return taken
    },
  }
}
