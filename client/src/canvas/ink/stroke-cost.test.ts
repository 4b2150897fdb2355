import type { BoardRecord } from '@stip/board'
import { checkUpdate, createRecord, prepareBoard, readRecord } from '@stip/documents'
import { encodeAnswer, encodeAsk, encodeEphemeral, encodeUpdate } from '@stip/sync/protocol'
import { MemoryUpdateLog, Room, systemClock } from '@stip/sync/room'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { OwnTrail } from './send-ink.ts'
import { WetTrails } from './wet-trails.ts'
import type { WetTrail } from './wet-trails.ts'

/** Of each frame, a WebSocket adds at most this much for messages below 64 KB. */
const WEB_SOCKET = 4

describe('one stroke of 600 points', () => {
  it('costs each viewer less than 8 KB, wet and dry, and is seen while it is drawn', async () => {
    let now = 0
    const room = await Room.open({
      boardId: 'board',
      log: new MemoryUpdateLog(),
      gateway: (board, update) => checkUpdate(board, update, 'person'),
      clock: { now: () => now, after: (delayMs, run) => systemClock.after(delayMs, run) },
    })
    await room.edit((board) => prepareBoard(board, 1))
    const [anna, bram] = [aViewer(room, 'anna'), aViewer(room, 'bram')]
    await expect.poll(() => bram.heard.length).toBeGreaterThan(0)
    bram.heard.length = 0

    // Five seconds with a pen that tells where it is 120 times a second.
    const points = aStroke()
    const trail = new OwnTrail((content) => anna.say(encodeEphemeral(content)))
    for (let known = 4; known <= 600; known += 4) {
      trail.draw(look, points.slice(0, known * 2))
      // Thirty times a second; the room says what it has at the end of each turn.
      now += 34
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((done) => setImmediate(done))
    }
    trail.end()
    await expect
      .poll(() => inkIn(bram.heard))
      .toMatchObject([{ points: { length: 1200 }, endedAt: 0 }])
    const wet = bram.heard.reduce((sum, { length }) => sum + length + WEB_SOCKET, 0)

    const drawing = aDrawing(points)
    const before = Y.encodeStateVector(anna.board)
    createRecord(anna.board, drawing)
    anna.say(encodeUpdate(Y.encodeStateAsUpdate(anna.board, before)))
    await expect.poll(() => room.read((board) => readRecord(board, drawing.id))).toBeDefined()
    await expect.poll(() => bram.heard.some(([type]) => type === 0)).toBe(true)
    const total = bram.heard.reduce((sum, { length }) => sum + length + WEB_SOCKET, 0)
    expect({ wet, dry: total - wet, isLight: total <= 8 * 1024 }).toMatchObject({ isLight: true })
    await room.close()
  })
})

const look = {
  tool: 'pen',
  color: 'black',
  width: 7,
  record: 'shape:V1StGXR8_Z5jdHi6B-myT',
} as const

interface Viewer {
  readonly board: Y.Doc
  readonly heard: Uint8Array[]
  readonly say: (frame: Uint8Array) => void
}

function aViewer(room: Room, identity: string): Viewer {
  const [board, heard]: [Y.Doc, Uint8Array[]] = [new Y.Doc(), []]
  const seat = room.join(
    { bufferedBytes: 0, close: () => undefined, send: (frame) => heard.push(frame) },
    { identity, mayWrite: () => true, presence: () => undefined, speaksStip: true },
  )
  seat.receive(encodeAsk(Y.encodeStateVector(board)))
  seat.receive(encodeAnswer(Y.encodeStateAsUpdate(board)))
  return { board, heard, say: (frame) => seat.receive(frame) }
}

/** The ink that these frames draw, until it is dry. */
function inkIn(frames: readonly Uint8Array[]): readonly WetTrail[] {
  const seen = new WetTrails(
    () => 0,
    () => false,
  )
  for (const frame of frames.filter(([type]) => type === 101)) {
    // Behind the type stand the number of the trail and the length, a byte each here.
    seen.hear(frame[1] ?? 0, frame.subarray(3))
  }
  return seen.visible()
}

/** x and y by turns: a hand that writes, at the pace of a person. */
function aStroke(): number[] {
  return Array.from({ length: 600 }, (_, moment) => {
    const turn = moment / 18
    return [
      200 + moment * 1.7 + 60 * Math.cos(turn) + Math.sin(moment * 7) * 0.4,
      300 + 110 * Math.sin(turn * 1.3) + Math.cos(moment * 5) * 0.4,
    ]
  }).flat()
}

function aDrawing(points: readonly number[]): BoardRecord {
  const [x = 0, y = 0] = points
  return {
    id: look.record,
    typeName: 'shape',
    type: 'draw',
    x,
    y,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    props: {
      segments: [
        {
          type: 'free',
          points: Array.from({ length: points.length / 2 }, (_, moment) => ({
            x: Math.round(((points[moment * 2] ?? 0) - x) * 100) / 100,
            y: Math.round(((points[moment * 2 + 1] ?? 0) - y) * 100) / 100,
            z: Math.round(50 + 20 * Math.sin(moment / 25)) / 100,
          })),
        },
      ],
      color: 'black',
      fill: 'none',
      dash: 'draw',
      size: 'm',
      isComplete: true,
      isClosed: false,
      isPen: true,
      scale: 1.75,
    },
    meta: {},
  }
}
