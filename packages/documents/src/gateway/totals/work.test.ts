import { below, seededRandom } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { measuredInk, unpackedInk } from '../../schema/packed-ink.ts'
import { forged } from '../../test/craft.ts'
import { aServer, record } from '../../test/forgeries.ts'
import { aHistory, atOnePlace } from '../../test/histories.ts'
import { aNote } from '../../test/records.ts'
import { changeFields, createRecord } from '../../record/write-record.ts'
import { checkUpdate } from '../check-update.ts'
import { clocksIn, scanUpdate } from '../structs/scan-update.ts'
import { workLimits } from './work.ts'
import type { WorkLimits } from './work.ts'

describe('what an update comes to', () => {
  const tooMuch: readonly (readonly [
    string,
    Partial<WorkLimits>,
    (server: Y.Doc) => Uint8Array,
  ])[] = [
    ['structs', { structs: 80 }, (server) => forged(server, 9, (doc) => moveAway(doc, 81))],
    ['ranges', { ranges: 20 }, (server) => forged(server, 9, (doc) => moveAndBack(doc, 30))],
    ['points', { points: 100 }, (server) => forged(server, 9, (doc) => aStillPen(doc, 400))],
    ['points of new drawings', { points: 500 }, (server) => newDrawings(server, 4, 400)],
    ['steps', { steps: 300 }, (server) => atOnePlace(server, 30)],
  ]

  it.each(tooMuch)('[B105] more %s than it may: refused, whole and before it is made', (...row) => {
    const [, lowered, attack] = row
    const server = aServer()
    const before = Y.encodeStateAsUpdate(server)
    const update = attack(server)
    const rules = { updateBytes: 1_048_576, work: { ...workLimits, ...lowered } }
    expect(checkUpdate(server, update, 'person', rules)).toMatchObject({ reason: 'too-much-work' })
    expect(checkUpdate(server, update, 'person')).toMatchObject({ kind: 'accepted' })
    expect(Y.encodeStateAsUpdate(server)).toEqual(before)
  })

  it('[B105] more client ids than it may: refused', () => {
    const server = aServer()
    const update = atOnePlace(server, 5)
    const rules = { updateBytes: 1_048_576, work: { ...workLimits, clients: 4 } }
    expect(checkUpdate(server, update, 'person', rules)).toMatchObject({ reason: 'malformed' })
  })

  it('[B105] is counted in its bytes as Yjs reads it, whatever is in it', () => {
    const random = seededRandom(105)
    for (let attempt = 0; attempt < 40; attempt++) {
      const update = Y.encodeStateAsUpdate(aHistory(random, 3, 30))
      const { structs, ds } = Y.decodeUpdate(update)
      const scan = scanUpdate(update, workLimits, { structs: 7, bytes: 200 })
      expect(scan.structs).toBe(structs.length)
      expect(scan.ranges).toBe([...ds.clients.values()].flat().length)
      expect(scan.stretches.reduce((sum, stretch) => sum + stretch.structs, 0)).toBe(scan.structs)
      const { from, to } = Y.parseUpdateMeta(update)
      const clocks = [...from].map(([client, first]) => [client, { first, until: to.get(client) }])
      expect(clocksIn(update)).toEqual(new Map(clocks as never))
      // Passing over bytes once: no step without at least one of them.
      expect(scan.steps).toBeLessThanOrEqual(update.length)
    }
  })
})

describe('packed ink', () => {
  it('[B106] is measured without being unfolded, as it would be unfolded', () => {
    const random = seededRandom(106)
    const letters = 'AAABBCCDEabcxyz019-_'
    let [sound, broken] = [0, 0]
    for (let attempt = 0; attempt < 20_000; attempt++) {
      const packed = Array.from(
        { length: below(random, 14) },
        () => letters[below(random, letters.length)] ?? '',
      ).join('')
      const segments = unpackedInk(packed) as { points: object[] }[] | undefined
      if (segments === undefined) broken++
      else sound++
      const unfolded = segments && {
        points: segments.reduce((sum, { points }) => sum + points.length, 0),
        values: valuesIn(segments),
        largest: largestIn(segments),
      }
      expect(measuredInk(packed)).toEqual(unfolded)
    }
    expect(Math.min(sound, broken)).toBeGreaterThan(300)
  })

  it('[B106] an hour of honest strokes is taken, in one answer', () => {
    const server = aServer()
    const update = forged(server, 9, (doc) => {
      for (let stroke = 0; stroke < 300; stroke++) createRecord(doc, aDrawing(`s${stroke}`, 600))
    })
    const rules = { updateBytes: 8 * 1024 * 1024 }
    expect(checkUpdate(server, update, 'person', rules)).toMatchObject({ kind: 'accepted' })
  })
})

/** Somebody who drags so many shapes, each of which was new a moment ago. */
function moveAway(document: Y.Doc, count: number): void {
  for (let turn = 0; turn < count; turn++) {
    changeFields(document, turn % 2 === 0 ? 'shape:a' : 'shape:f', { xy: [turn, turn] })
  }
}

/** Values that were replaced before they were sent, with others between them. */
function moveAndBack(document: Y.Doc, count: number): void {
  for (let turn = 0; turn < count; turn++) {
    changeFields(document, 'shape:a', { xy: [turn, 1] })
    changeFields(document, 'shape:a', { [`m.a${turn}`]: turn })
  }
  changeFields(document, 'shape:a', { xy: [9, 9] })
}

/** As many points in one place: two letters, however many there are. */
function aStillPen(document: Y.Doc, points: number): void {
  createRecord(document, aDrawing('still', 1))
  const still = `A${packed(points)}A${packed(points)}A${packed(points)}`
  record(document, 'shape:still')?.set('p.segments', still)
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A number as ink is packed. */
function packed(value: number): string {
  let [rest, letters] = [value, '']
  for (; rest >= 32; rest = Math.floor(rest / 32)) letters += digits[(rest % 32) + 32] ?? ''
  return letters + (digits[rest] ?? '')
}

function newDrawings(server: Y.Doc, count: number, points: number): Uint8Array {
  return forged(server, 9, (doc) => {
    for (let drawing = 0; drawing < count; drawing++) {
      const still = Array.from({ length: points }, () => ({ x: 1, y: 1, z: 0.5 }))
      createRecord(doc, aDrawing(`d${drawing}`, 0, still))
    }
  })
}

function aDrawing(name: string, length: number, points = aStroke(length)) {
  const props = {
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    segments: [{ type: 'free', points }],
    isComplete: true,
    isClosed: false,
    isPen: true,
    scale: 1,
  }
  return { ...aNote(name), type: 'draw', props }
}

function aStroke(length: number) {
  return Array.from({ length }, (_, point) => ({
    x: Math.round(Math.sin(point / 20) * 300),
    y: point * 2,
    z: 0.5,
  }))
}

function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return 1 + Object.values(value).reduce((sum: number, part) => sum + valuesIn(part), 0)
}

function largestIn(value: unknown): number {
  if (typeof value === 'number') return Math.abs(value)
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((most: number, part) => Math.max(most, largestIn(part)), 0)
}
