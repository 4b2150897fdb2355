import type { DatabaseSync } from 'node:sqlite'

/** Runs `work` in one transaction: on disk when this returns, or undone when it throws. */
export function inTransaction<T>(
  database: DatabaseSync,
  work: () => T,
  begin: 'BEGIN' | 'BEGIN IMMEDIATE' = 'BEGIN IMMEDIATE',
): T {
  database.exec(begin)
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk may have ended the transaction already; then there is nothing to roll back.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
