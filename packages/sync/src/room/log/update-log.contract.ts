import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { standingOf } from '../storing/standing.ts'
import { MANY } from './update-log.ts'
import type { LogEntry, UpdateLog } from './update-log.ts'

/** How the suite gets at one implementation. */
export interface UpdateLogUnderTest {
  readonly log: UpdateLog
  /** Closes the log and opens what it left behind; left out by a log that keeps nothing. */
  readonly reopen?: () => Promise<UpdateLog>
  /** Changes one byte of what is stored of a board, behind the log's back. */
  readonly damage?: (boardId: string) => Promise<void>
  /** Makes the next `append` fail as a full disk would, somewhere in the middle of it. */
  readonly failNextAppend?: () => void
}

/** What every update log promises (SPEC.md, [L]). `open` makes an empty one. */
export function describeUpdateLog(
  name: string,
  open: () => UpdateLogUnderTest | Promise<UpdateLogUnderTest>,
): void {
  describe(`${name} keeps the update log contract`, () => {
    let tested: UpdateLogUnderTest
    let log: UpdateLog
    beforeEach(async () => {
      tested = await open()
      log = tested.log
    })
    afterEach(() => log.close())

    it('[L1] knows nothing of a board that nobody drew on', async () => {
      expect(await log.read(noord)).toEqual([])
    })

    it('[L2] gives entries back in order, board by board, with their authors', async () => {
      await log.append(noord, [entry(1, 'anna'), entry(2, 'bram')])
      await log.append(zuid, [entry(9, 'server')])
      await log.append(noord, [entry(3, 'anna')])
      expect(await log.read(noord)).toEqual([entry(1, 'anna'), entry(2, 'bram'), entry(3, 'anna')])
      expect(await log.read(zuid)).toEqual([entry(9, 'server')])
    })

    it('[L2] gives back whose client ids several authors used in one entry', async () => {
      const owners = new Map([
        [7, 'anna'],
        [4_294_967_295, 'bram'],
      ])
      const together = { author: MANY, owners, update: Uint8Array.of(1) }
      const later = { author: MANY, owners: new Map(), update: Uint8Array.of(2) }
      await log.append(noord, [together, entry(2, 'cato'), later])
      expect(await log.read(noord)).toEqual([together, entry(2, 'cato'), later])
    })

    it('[L3] keeps its own copy of the bytes, in both directions', async () => {
      const update = Uint8Array.of(1)
      await log.append(noord, [{ author: 'anna', update }])
      update[0] = 7
      const [read] = await log.read(noord)
      read?.update.fill(8)
      expect(await log.read(noord)).toEqual([entry(1, 'anna')])
    })

    it('[L4] keeps the order in which concurrent appends were asked for', async () => {
      const numbers = Array.from({ length: 40 }, (_, number) => number)
      await Promise.all(numbers.map((number) => log.append(noord, [entry(number, 'anna')])))
      expect(await log.read(noord)).toEqual(numbers.map((number) => entry(number, 'anna')))
    })

    it('[L5] never puts one batch in the middle of another', async () => {
      const batches = ['anna', 'bram', 'cato'].map((author) =>
        Array.from({ length: 20 }, (_, number) => entry(number, author)),
      )
      await Promise.all(batches.map((batch) => log.append(noord, batch)))
      expect(await log.read(noord)).toEqual(batches.flat())
    })

    it('[L6] takes an empty batch, an empty update and a large one', async () => {
      const large = { author: 'anna', update: new Uint8Array(1_000_000).fill(5) }
      await log.append(noord, [])
      await log.append(noord, [{ author: 'anna', update: new Uint8Array() }, large])
      const read = await log.read(noord)
      expect(read.map(({ update }) => update.length)).toEqual([0, 1_000_000])
      expect(read[1]?.update.every((byte) => byte === 5)).toBe(true)
    })

    it('[L7] keeps what it confirmed when it is opened again', async ({ skip }) => {
      skip(tested.reopen === undefined, 'this log keeps nothing')
      await log.append(noord, [entry(1, 'anna'), entry(2, 'bram')])
      log = (await tested.reopen?.()) ?? log
      await log.append(noord, [entry(3, 'anna')])
      expect(await log.read(noord)).toEqual([entry(1, 'anna'), entry(2, 'bram'), entry(3, 'anna')])
    })

    it('[L8] stores nothing of a batch that fails, and works again after it', async ({ skip }) => {
      skip(tested.failNextAppend === undefined, 'this log cannot be made to fail')
      await log.append(noord, [entry(1, 'anna')])
      tested.failNextAppend?.()
      await expect(log.append(noord, [entry(2, 'bram'), entry(3, 'bram')])).rejects.toBeInstanceOf(
        Error,
      )
      expect(await log.read(noord)).toEqual([entry(1, 'anna')])
      await log.append(noord, [entry(4, 'cato')])
      expect(await log.read(noord)).toEqual([entry(1, 'anna'), entry(4, 'cato')])
    })

    it('[L20] tells what each board comes to when it is replayed, whatever is asked at once', async ({
      skip,
    }) => {
      skip(log.standing === undefined, 'this log does not replay')
      const [one, other] = [aBoard(1), aBoard(2)]
      await log.append(noord, [{ author: 'anna', update: Y.encodeStateAsUpdate(one) }])
      await log.append(zuid, [{ author: 'bram', update: Y.encodeStateAsUpdate(other) }])
      const asked = [noord, zuid, noord].map(async (board) => log.standing?.(board))
      expect(await Promise.all(asked)).toEqual([one, other, one].map(standingOf))
      one.getMap('notes').delete('a')
      await log.append(noord, [{ author: 'anna', update: Y.encodeStateAsUpdate(one) }])
      expect(await log.standing?.(noord)).toEqual(standingOf(one))
    })

    it('[L9] rejects reading a board whose bytes are damaged, and only that one', async ({
      skip,
    }) => {
      skip(tested.damage === undefined, 'nobody can get at the bytes of this log')
      await log.append(noord, [entry(1, 'anna'), entry(2, 'bram'), entry(3, 'anna')])
      await log.append(zuid, [entry(9, 'cato')])
      await tested.damage?.(noord)
      await expect(log.read(noord)).rejects.toBeInstanceOf(Error)
      expect(await log.read(zuid)).toEqual([entry(9, 'cato')])
    })
  })
}

const noord = 'noord'
const zuid = 'zuid'

function aBoard(clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  doc.getMap('notes').set('a', clientId)
  doc.getMap('notes').set('a', 'again')
  return doc
}

function entry(number: number, author: string): LogEntry {
  return { author, update: Uint8Array.of(number) }
}
