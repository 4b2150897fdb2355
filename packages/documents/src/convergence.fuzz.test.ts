import { below, seededRandom } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkRecord } from './record/check-record.ts'
import { checkUpdate } from './gateway/check-update.ts'
import { liveRecords } from './record/live-records.ts'
import { readBoard } from './record/read-record.ts'
import { Host, Person } from './test/person.ts'

const ACTIONS_PER_RUN = 250

/** Runs that once failed, kept for good. Say in one line what was wrong. */
const regressions: readonly number[] = []

describe('[B70] whoever draws, drops out and comes back: nothing is refused and all boards end equal', () => {
  it.each([...regressions, ...seedsToTry()])('seed %d', (seed) => {
    const random = seededRandom(seed)
    const host = new Host()
    const people = Array.from(
      { length: 2 + (seed % 2) },
      (_, number) => new Person(number + 1, host),
    )

    for (let action = 0; action < ACTIONS_PER_RUN; action++) {
      people[below(random, people.length)]?.actAtRandom(random)
      expect(host.refusals).toEqual([])
    }

    for (const person of people) {
      person.send(false)
      person.takeIn()
      person.reconnect()
    }
    for (const person of people) person.takeIn()
    const board = readBoard(host.document)
    for (const person of people) {
      expect(readBoard(person.document)).toEqual(board)
      expect(liveRecords(person.document)).toEqual(liveRecords(host.document))
      const all = Y.encodeStateAsUpdate(person.document)
      expect(checkUpdate(host.document, all, 'person')).toEqual({ kind: 'nothing-new' })
    }
    expect(host.refusals).toEqual([])
    expect(host.document.store.pendingStructs).toBeNull()
    expectDrawable(host)
  })
})

/** Every record is valid, and every chain of parents ends at the page. */
function expectDrawable(host: Host): void {
  const live = liveRecords(host.document)
  const parentOf = new Map(live.map((record) => [record.id, record['parentId']]))
  for (const record of live) {
    expect(checkRecord(record)).toEqual({ ok: true, value: record })
    if (record.typeName !== 'shape') continue
    let above: unknown = record.id
    for (let step = 0; step <= live.length && above !== 'page:page'; step++) {
      above = parentOf.get(above as string)
    }
    expect(above).toBe('page:page')
  }
}

/** STIP_FUZZ_SEED=123 repeats one run; STIP_FUZZ_RUNS=5000 is the nightly hunt. */
function seedsToTry(): readonly number[] {
  const { STIP_FUZZ_SEED: seed, STIP_FUZZ_RUNS: runs = '30' } = process.env
  if (seed !== undefined) return [Number(seed)]
  return Array.from({ length: Number(runs) }, (_, index) => index + 1)
}
