import { onTestFinished } from 'vitest'
import { openDatabase } from '../storage/database/database.ts'
import { storesOf } from '../storage/stores/stores.ts'
import type { TableStores } from '../storage/stores/stores.ts'
import { Tables } from '../storage/tables/tables.ts'
import type { TableLimits } from '../storage/tables/tables.ts'

/** The stores in SQLite, with the sessions 'avond' and 'middag' in them. */
export function tableStores(limits: TableLimits = {}): TableStores {
  const database = openDatabase(':memory:')
  onTestFinished(() => database.close())
  database.exec(
    `INSERT INTO sessions (id, revision, state) VALUES ('avond', 0, ''), ('middag', 0, '')`,
  )
  const tables = new Tables(database, '', limits)
  return storesOf(async (call) => tables.answer(call))
}
