import type { BoardRecord } from '@stip/board'
import { seededRandom } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkUpdate } from '../gateway/check-update.ts'
import { recordMap } from './layout.ts'
import { roundInk, unpackedInk } from './packed-ink.ts'
import { readRecord } from '../record/read-record.ts'
import { aDocument, updatesOf } from '../test/records.ts'
import { changeFields, createRecord } from '../record/write-record.ts'

describe('the points of a drawing', () => {
  it('[B14] are kept as a short text, and read as they were', () => {
    const board = aDocument(1)
    const drawing = aDrawing(aStroke(600))
    const [update] = updatesOf(board, () => createRecord(board, drawing))
    expect(update?.length).toBeLessThan(4096)
    expect(readRecord(board, drawing.id)?.record.props['segments']).toEqual(
      roundInk(drawing.props['segments'] ?? null),
    )
  })

  it('[B14] lie where they were drawn, to an eighth of a pixel', () => {
    const board = aDocument(1)
    const stroke = [
      { x: 0, y: 0, z: 0.5 },
      { x: -0.07, y: 1e5 + 0.3, z: 0.51 },
    ]
    createRecord(board, aDrawing(stroke))
    expect(readRecord(board, 'shape:ink')?.record.props['segments']).toEqual([
      { type: 'free', points: [stroke[0], { x: -0.125, y: 1e5 + 0.25, z: 0.51 }] },
    ])
  })

  it('[B14] may be written in the form of tldraw, as older boards have them', () => {
    const board = aDocument(1)
    createRecord(board, aDrawing(aStroke(2)))
    const plain = [
      {
        type: 'straight',
        points: [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
      },
    ]
    recordMap(board, 'shape:ink')?.set('p.segments', plain)
    expect(readRecord(board, 'shape:ink')?.record.props['segments']).toEqual(plain)
    changeFields(board, 'shape:ink', { 'p.segments': plain })
    expect(recordMap(board, 'shape:ink')?.get('p.segments')).toBe(plain)
  })

  it('[B14] are kept short when they change as well', () => {
    const board = aDocument(1)
    createRecord(board, aDrawing(aStroke(2)))
    const other = [{ type: 'free', points: aStroke(9) }]
    changeFields(board, 'shape:ink', { 'p.segments': other })
    expect(recordMap(board, 'shape:ink')?.get('p.segments')).toBeTypeOf('string')
    expect(readRecord(board, 'shape:ink')?.record.props['segments']).toEqual(roundInk(other))
  })

  it.each(['AC', 'AB', '!', 'A'.repeat(9), 'ACB', 'EAA', 'A________AAAA', 'AggggggggAAAA'])(
    '[B14] [B66] are refused when they are no points: %s',
    (nonsense) => {
      const server = aDocument(1)
      createRecord(server, aDrawing(aStroke(2)))
      const mine = aDocument(2)
      Y.applyUpdate(mine, Y.encodeStateAsUpdate(server))
      const [update] = updatesOf(mine, () => {
        recordMap(mine, 'shape:ink')?.set('p.segments', nonsense)
      })
      const verdict = checkUpdate(server, update ?? new Uint8Array(), 'person')
      expect(verdict).toMatchObject({ kind: 'refused' })
    },
  )

  it('[B14] never make a reader throw, whatever the text', () => {
    const random = seededRandom(7)
    const letters = 'ABCabg_-09!'
    for (let times = 0; times < 5000; times++) {
      const text = Array.from(
        { length: Math.floor(random() * 20) },
        () => letters[Math.floor(random() * letters.length)],
      ).join('')
      const points = unpackedInk(text)
      expect(points === undefined || Array.isArray(points)).toBe(true)
    }
  })
})

/** A hand that draws for five seconds, with a pen that measures pressure. */
function aStroke(points: number) {
  const random = seededRandom(points)
  let [x, y] = [0, 0]
  return Array.from({ length: points }, (_, moment) => {
    x += Math.round((4 + random() * 12) * 100) / 100
    y += Math.round(Math.sin(moment / 20) * 1200) / 100
    return { x, y, z: Math.round(40 + 20 * Math.sin(moment / 30)) / 100 }
  })
}

function aDrawing(points: readonly { x: number; y: number; z: number }[]): BoardRecord {
  return {
    id: 'shape:ink',
    typeName: 'shape',
    type: 'draw',
    x: 10,
    y: 20,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    props: {
      segments: [{ type: 'free', points }],
      color: 'black',
      fill: 'none',
      dash: 'draw',
      size: 'm',
      isComplete: true,
      isClosed: false,
      isPen: true,
      scale: 1,
    },
    meta: {},
  }
}
