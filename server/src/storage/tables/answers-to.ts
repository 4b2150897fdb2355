import { failureOf } from '../log/log-messages.ts'
import type { StoreAnswer, StoresQuestion } from '../log/log-messages.ts'
import type { Tables } from './tables.ts'

/** What calls are answered, one after the other. */
export function answersTo(
  tables: Tables | undefined,
  calls: StoresQuestion['calls'],
): readonly StoreAnswer[] {
  return calls.map(({ id, ...call }) => {
    try {
      if (tables === undefined) throw new Error('This thread keeps no sessions.')
      return { id, value: tables.answer(call) }
    } catch (error) {
      return { id, failure: failureOf(error) }
    }
  })
}
