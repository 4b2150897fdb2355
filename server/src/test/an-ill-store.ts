import { DatabaseSync, StatementSync } from 'node:sqlite'
import { onTestFinished, vi } from 'vitest'
import { SqliteUpdateLog } from '../storage/update-log/sqlite-update-log.ts'

/** Until when a store refuses: one call, until somebody mends it, or until another process begins. */
export const illnesses = ['for one call', 'until it is well', 'until a restart'] as const
export type Illness = (typeof illnesses)[number]

/** The stores of this process: calls that write, of the sessions and of the boards, counted together. */
export function anIllStore() {
  let left = Infinity
  let isLasting = false
  let wasHit = false
  const mayFail = (): void => {
    left--
    if (left > 0 || (left < 0 && !isLasting)) return
    wasHit = true
    throw new Error('disk I/O error')
  }
  // They are called on what they were called on.
  /* oxlint-disable typescript/unbound-method */
  const { run } = StatementSync.prototype
  const { exec } = DatabaseSync.prototype
  const { append } = SqliteUpdateLog.prototype
  /* oxlint-enable typescript/unbound-method */
  const spies = [
    vi.spyOn(StatementSync.prototype, 'run').mockImplementation(function (
      this: StatementSync,
      ...values: Parameters<StatementSync['run']>
    ) {
      mayFail()
      return Reflect.apply(run, this, values)
    }),
    vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (
      this: DatabaseSync,
      sql: string,
    ) {
      if (sql === 'COMMIT') mayFail()
      Reflect.apply(exec, this, [sql])
    }),
    vi.spyOn(SqliteUpdateLog.prototype, 'append').mockImplementation(async function (
      this: SqliteUpdateLog,
      ...given: Parameters<SqliteUpdateLog['append']>
    ) {
      mayFail()
      await Reflect.apply(append, this, given)
    }),
  ]
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
  return {
    failFrom: (call: number, illness: Illness): void => {
      left = call
      isLasting = illness !== 'for one call'
      wasHit = false
    },
    /** Returns whether a call failed. */
    mend: (): boolean => {
      left = Infinity
      return wasHit
    },
  }
}
