import type { Mark, Period } from '../storage/stores/authorship-store.ts'
import type { Moment } from '../storage/stores/moment-store.ts'
import { readerOf } from './when-written.ts'
import type { Notes } from './when-written.ts'

/** Owns in an archive what somebody wrote of whom nobody is told who it is; no person is called that. */
export const UNTOLD = 'untold'
/** Those of whom it is no secret what they write. */
const STAFF: ReadonlySet<string> = new Set(['server', 'facilitator', UNTOLD])

/** Whose Yjs clients are, with how many clocks each used. */
export interface Written {
  readonly owners: readonly (readonly [client: number, owner: string])[]
  readonly clocks: readonly (readonly [client: number, clock: number])[]
}

/**
 * Who wrote with which Yjs client, as far as it goes into an archive: of a client that wrote anything while names
 * were hidden, or while nobody knows whether they were, nobody is told whose it is.
 */
export function toldOwners({ owners, clocks }: Written, notes: Notes): [number, string][] {
  const written = readerOf(notes)
  const used = new Map(clocks)
  const isNamed = (client: number): boolean => {
    const clock = used.get(client) ?? 0
    return clock > 0 && written(client, 0, clock - 1).every((each) => each.isNamed)
  }
  return owners.map(([client, owner]) => [
    client,
    STAFF.has(owner) || isNamed(client) ? owner : UNTOLD,
  ])
}

/**
 * How far clients were and when, as far as it goes into an archive: of a stretch in which names were hidden only how
 * far they were at its end, because what came when is the order of writing.
 */
export function toldMarks(marks: readonly Mark[], periods: readonly Period[]): Mark[] {
  const hidden = new Set(periods.flatMap(({ number, isNamed }) => (isNamed ? [] : [number])))
  const told: Mark[] = []
  for (const mark of marks) {
    const last = told.at(-1)
    if (last?.period === mark.period && hidden.has(mark.period)) {
      const clocks = [...new Map([...last.clocks, ...mark.clocks])]
      told[told.length - 1] = { ...mark, clocks }
    } else told.push(mark)
  }
  return told
}

/** Whether what stood on a board at a moment may be seen: inside an anonymous step, what came between two moments is the order of writing. */
export function canPreview({ isNamed, reason }: Pick<Moment, 'isNamed' | 'reason'>): boolean {
  return isNamed || (reason.kind !== 'minutes' && reason.kind !== 'restore')
}
