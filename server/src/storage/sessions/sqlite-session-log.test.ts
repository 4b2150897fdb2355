import { DatabaseSync } from 'node:sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSession } from '@stip/workshop'
import { agendaOf } from '@stip/formats'
import { expect, it, onTestFinished } from 'vitest'
import { describeSessionLog } from '../../sessions/session-log.contract.ts'
import { openDatabase } from '../database/database.ts'
import { damagedRows } from '../database/row-sums.ts'
import { checkSessions } from './session-rows.ts'
import { SqliteSessionLog } from './sqlite-session-log.ts'
import { storesOf } from '../stores/stores.ts'
import { Tables } from '../tables/tables.ts'

describeSessionLog('SqliteSessionLog', () => {
  const { database, log } = aLog()
  let fails = false
  database.function('may_write', () => {
    if (!fails) return 1
    fails = false
    throw new Error('The disk is full.')
  })
  // In the middle: what happened is written by then, what belongs to it is not.
  database.exec(
    `CREATE TEMP TRIGGER failure BEFORE INSERT ON main.commands BEGIN SELECT may_write(); END`,
  )
  return {
    log,
    reopen: () => logIn(database),
    failNext: () => (fails = true),
    answersOf: async (sessionId) =>
      database
        .prepare('SELECT key FROM commands WHERE session_id = ? ORDER BY rowid')
        .all(sessionId)
        .map((row) => String(row['key'])),
  }
})

it('[SL6] every row of an event has a checksum, like every other row', async () => {
  const { database, log } = aLog()
  await aStep(log)
  expect([...damagedRows(database)]).toEqual([])
  const behind = new DatabaseSync(database.location() ?? '')
  behind.exec(`UPDATE session_events SET body = replace(body, '"position":0', '"position":1')`)
  behind.close()
  expect([...damagedRows(database)]).toMatchObject([{ table: 'session_events' }])
  await expect(log.read('avond')).rejects.toThrow('session_events')
})

it('[SL6] [W41] what happened that only a newer Stip knows is not passed over, nor what is missing', async () => {
  const { database, log } = aLog()
  await aStep(log)
  database.exec(`UPDATE session_events SET type = 'voted'`)
  await expect(log.read('avond')).rejects.toThrow('newer version')
  expect(() => [...checkSessions(database)]).toThrow('newer version')
  database.exec(`UPDATE session_events SET type = 'went-to-step', sequence = 3`)
  await expect(log.read('avond')).rejects.toThrow('is missing')
})

async function aStep(log: SqliteSessionLog): Promise<void> {
  const agenda = agendaOf('proefrondje')
  if (agenda === undefined) throw new Error('This format is part of Stip.')
  const beginning = { id: 'avond', title: 'Visie', agenda, groups: [], boards: [], now: 1 }
  const session = createSession(beginning)
  await log.create(session, [])
  const event = { type: 'went-to-step', from: -1, position: 0, minutes: 5, at: 2 } as const
  const next = { ...session, revision: 1, sequence: 1 }
  await log.append({ session: next, events: [event], by: 'facilitator', at: 2 }, [])
}

function aLog() {
  const folder = mkdtempSync(join(tmpdir(), 'stip-sessions-'))
  const database = openDatabase(join(folder, 'stip.sqlite'))
  onTestFinished(() => {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { database, log: logIn(database) }
}

function logIn(database: DatabaseSync): SqliteSessionLog {
  const tables = new Tables(database, '')
  return new SqliteSessionLog(storesOf(async (call) => tables.answer(call)).sessions)
}
