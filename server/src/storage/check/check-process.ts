import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SessionsDamagedError } from '../../errors.ts'
import { failureOf } from '../log/log-messages.ts'
import { damagedRows } from '../database/row-sums.ts'
import { checkSessions } from '../sessions/session-rows.ts'
import type { CheckNews } from './background-check.ts'

/**
 * Reads everything that is stored of sessions, people and links, and compares it with what was written.
 * In a process of its own: it takes minutes when there are years of it, and no memory afterwards.
 */
function check(folder: string): void {
  const database = new DatabaseSync(join(folder, 'stip.sqlite'), { readOnly: true, timeout: 5000 })
  try {
    const { value: row } = damagedRows(database).next()
    if (row !== undefined) throw new SessionsDamagedError(`row ${row.id} of ${row.table}`)
    const [pages] = database.prepare('PRAGMA integrity_check(1)').all()
    const found = String(pages?.['integrity_check'])
    if (found !== 'ok') throw new SessionsDamagedError(found)
    // Each of them has to be known to this Stip.
    for (const _ of checkSessions(database));
  } finally {
    database.close()
  }
}

function news(folder: string): CheckNews {
  try {
    check(folder)
    return { kind: 'sound' }
  } catch (error) {
    return { kind: 'not-sound', failure: failureOf(error) }
  }
}

// Whoever draws goes first.
setPriority(constants.priority.PRIORITY_LOW)
process.send?.(news(process.argv[2] ?? ''), () => process.exit())
