import type { AskedBy } from '@stip/workshop'

/** A command on boards that somebody gave just now. */
export interface Press {
  /** Made by the sender; the same key twice is carried out once. */
  readonly key: string
  readonly asked: AskedBy
}
