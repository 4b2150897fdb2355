import { below, seededRandom } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { forged } from '../test/craft.ts'
import { aServer } from '../test/forgeries.ts'
import { aDocument, aNote, exchange, updatesOf } from '../test/records.ts'
import { changeFields, createRecord } from '../record/write-record.ts'
import { inspectUpdate } from './inspect-update.ts'
import { moverOf } from './plain-move.ts'

describe('the short way for moves', () => {
  it('[B71] knows moves of one and of several shapes, whoever moved them before', () => {
    const { server, anna, bram } = aMovedBoard()
    const drag = mergedUpdate(anna, () => {
      changeFields(anna, 'shape:a', { xy: [-1.5, 2000.125] })
      changeFields(anna, 'shape:b', { xy: [70_000, 0.1] })
    })
    expect(moverOf(server, drag)).toBe(anna.clientID)
    Y.applyUpdate(server, drag)
    Y.applyUpdate(bram, drag)
    const answer = mergedUpdate(bram, () => changeFields(bram, 'shape:b', { xy: [8, -64] }))
    expect(moverOf(server, answer)).toBe(bram.clientID)
  })

  it.each<[string, (anna: Y.Doc) => void]>([
    ['another field', (anna) => changeFields(anna, 'shape:a', { rotation: 1 })],
    ['a place in a frame', (anna) => changeFields(anna, 'shape:a', { xy: [1, 2, 'shape:f'] })],
    ['a place too far away', (anna) => setPlace(anna, [1e7, 0])],
    ['a place that is none', (anna) => setPlace(anna, [NaN, 0])],
    ['a place of words', (anna) => setPlace(anna, ['0', 0])],
    ['a template', (anna) => setPlace(anna, [1, 1], 'shape:template')],
    ['a new record', (anna) => createRecord(anna, aNote('new'))],
    ['a removal', (anna) => anna.getMap('records').delete('shape:a')],
  ])('[B71] leaves %s to the full reading', (_what, change) => {
    const { server, anna } = aMovedBoard()
    expect(
      moverOf(
        server,
        mergedUpdate(anna, () => change(anna)),
      ),
    ).toBeUndefined()
  })

  it('[B71] leaves what is known, what is missing and what hangs on to the full reading', () => {
    const { server, anna } = aMovedBoard()
    const [first, second] = [1, 2].map((x) =>
      mergedUpdate(anna, () => changeFields(anna, 'shape:a', { xy: [x, 0] })),
    ) as [Uint8Array, Uint8Array]
    expect(moverOf(server, second)).toBeUndefined()
    expect(moverOf(server, Uint8Array.from([...first, 0]))).toBeUndefined()
    Y.applyUpdate(server, first)
    expect(moverOf(server, first)).toBeUndefined()
  })

  it('[B71] lets nothing pass that the full reading would not, bit by bit', () => {
    const random = seededRandom(23)
    const server = aServer()
    Y.applyUpdate(server, move(server, 1, [5, 5]))
    const moves = [move(server, 1, [6, 6]), move(server, 2, [0.1, -70_000])]
    let passed = 0
    for (let attempt = 0; attempt < 5000; attempt++) {
      const update = Uint8Array.from(moves[attempt % 2] ?? [])
      for (let flips = below(random, 3); flips > 0; flips--) {
        const position = below(random, update.length)
        update[position] = (update[position] ?? 0) ^ (1 << below(random, 8))
      }
      const mover = moverOf(server, update)
      if (mover === undefined) continue
      passed++
      const inspection = inspectUpdate(server, update)
      expect(inspection).toMatchObject({ ok: true, isEmpty: false, clients: [mover] })
      if (!inspection.ok) continue
      for (const { key, value } of inspection.findings.fields) {
        expect(key).toBe('xy')
        expect((value as number[]).every((part) => Math.abs(part) <= 1_000_000)).toBe(true)
      }
    }
    expect(passed).toBeGreaterThan(1500)
  })
})

function aMovedBoard() {
  const [server, anna, bram] = [aDocument(100), aDocument(1), aDocument(2)]
  createRecord(server, aNote('a'))
  createRecord(server, aNote('b'))
  createRecord(server, aNote('template'), { isTemplate: true })
  exchange(server, anna, bram)
  for (const id of ['shape:a', 'shape:b']) changeFields(bram, id, { xy: [3, 3] })
  setPlace(bram, [3, 3], 'shape:template')
  exchange(server, anna, bram)
  return { server, anna, bram }
}

function setPlace(document: Y.Doc, place: unknown[], id = 'shape:a'): void {
  document.getMap<Y.Map<unknown>>('records').get(id)?.set('xy', place)
}

function mergedUpdate(document: Y.Doc, change: () => void): Uint8Array {
  return Y.mergeUpdates(updatesOf(document, () => document.transact(change)))
}

function move(server: Y.Doc, client: number, place: [number, number]): Uint8Array {
  return forged(server, client, (document) => setPlace(document, place))
}
