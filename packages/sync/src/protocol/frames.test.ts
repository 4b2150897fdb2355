import { seededRandom, below } from '@stip/primitives'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import {
  decodeAwareness,
  decodeFrame,
  decodeMessage,
  decodeHello,
  decodeRefused,
  encodeAnswer,
  encodeAsk,
  encodeAwareness,
  encodeEphemeral,
  encodeHello,
  encodeQueryAwareness,
  encodeRefused,
  encodeUpdate,
} from './index.ts'
import type { FrameLimits } from './index.ts'

describe('frames', () => {
  it('[F1] reads what the other side wrote', () => {
    const bytes = Uint8Array.of(1, 2, 3)
    expect(valueOf(encodeAsk(bytes))).toEqual({ kind: 'ask', stateVector: bytes })
    expect(valueOf(encodeAnswer(bytes))).toEqual({ kind: 'write', update: bytes, isAnswer: true })
    expect(valueOf(encodeUpdate(bytes))).toEqual({ kind: 'write', update: bytes, isAnswer: false })
    expect(valueOf(encodeQueryAwareness())).toEqual({ kind: 'query-awareness' })
    expect(valueOf(encodeEphemeral(bytes))).toEqual({ kind: 'ephemeral', content: bytes })
    expect(valueOf(encodeAwareness([]))).toEqual({ kind: 'awareness', entries: Uint8Array.of(0) })
  })

  it('[F2] never throws, whatever the bytes', () => {
    const random = seededRandom(1)
    let results = 0
    for (let times = 0; times < 20_000; times++) {
      const bytes = Uint8Array.from({ length: below(random, 40) }, () => below(random, 256))
      if (below(random, 2) === 0) bytes[0] = [0, 1, 2, 3, 100, 101, 102, 103][below(random, 8)] ?? 0
      const read = [decodeFrame, decodeAwareness, decodeRefused, decodeHello]
      results += read.filter((decode) => 'ok' in decode(bytes)).length
    }
    expect(results).toBe(80_000)
  })

  it('[F2] never reads past the end of a frame into what else is in the buffer', () => {
    const buffer = new Uint8Array(100).fill(7)
    buffer.set([0, 2, 50])
    expect(decodeFrame(buffer.subarray(0, 10))).toEqual({ ok: false, refusal: 'malformed' })
  })

  it('[F3] reads several small frames after each other as one message, and no other', () => {
    const change = encodeUpdate(Uint8Array.of(0, 0))
    const cursor = encodeAwareness([{ clientId: 7, clock: 1, state: { x: 1 } }])
    expect(kinds(change, cursor, change)).toEqual(['write', 'awareness', 'write'])
    expect(kinds(encodeAnswer(Uint8Array.of(0, 0)))).toEqual(['write'])
    expect(kinds(...Array.from({ length: 8 }, () => change))).toHaveLength(8)
    expect(kinds(...Array.from({ length: 9 }, () => change))).toBe('malformed')
    expect(kinds(change, encodeAnswer(Uint8Array.of(0, 0)))).toBe('malformed')
    expect(kinds(encodeAsk(Uint8Array.of(0)), change)).toBe('malformed')
    expect(kinds(change, Uint8Array.of(9))).toBe('malformed')
    expect(kinds()).toBe('malformed')
  })

  it('[F3] holds one message: nothing may follow it', () => {
    const frame = Uint8Array.of(...encodeUpdate(Uint8Array.of(0, 0)), 0)
    expect(decodeFrame(frame)).toEqual({ ok: false, refusal: 'malformed' })
  })

  it('[F4] names what is too large, and still counts it when it carries an update', () => {
    const bytes = new Uint8Array(11)
    expect(decodeFrame(encodeUpdate(bytes), small)).toEqual({
      ok: true,
      value: { kind: 'too-large-write', isAnswer: false },
    })
    expect(decodeFrame(encodeAnswer(bytes), small)).toMatchObject({ value: { kind: 'write' } })
    expect(decodeFrame(encodeAsk(bytes), small)).toEqual({ ok: false, refusal: 'too-large' })
    expect(decodeFrame(encodeEphemeral(bytes), small)).toEqual({ ok: false, refusal: 'too-large' })
  })

  it('[F6] carries a refusal and a hello over unchanged', () => {
    const refused = { code: 4409, reason: 'gap', frame: 12, records: ['shape:a', 'shape:é'] }
    expect(decodeRefused(encodeRefused(refused))).toEqual({ ok: true, value: refused })
    const hello = { protocol: 1, schema: 2, generation: 3, access: 'paused' } as const
    expect(decodeHello(encodeHello(hello))).toEqual({ ok: true, value: hello })
  })

  it('[F7] reads a hello of a later version, as far as it knows it', () => {
    const hello = { protocol: 9, schema: 2, generation: 3, access: 'write' } as const
    const later = Uint8Array.of(...encodeHello(hello), 1, 2, 3)
    expect(decodeHello(later)).toEqual({ ok: true, value: hello })
  })

  it('[F8] carries awareness over, and leaves out what is no object or more than 4 KB', () => {
    const sound = { clientId: 1, clock: 2, state: { x: 1 } }
    const gone = { clientId: 2, clock: 3, state: undefined }
    const large = { clientId: 3, clock: 1, state: { text: 'x'.repeat(5_000) } }
    expect(awarenessIn(encodeAwareness([sound, large, gone]))).toEqual([sound, gone])
    expect(decodeAwareness(contentOf([1, 'true'], [2, '[]'], [3, '{'], [4, '{}']))).toEqual({
      ok: true,
      value: [{ clientId: 4, clock: 1, state: {} }],
    })
  })
})

const small: FrameLimits = { update: 10, answer: 20, stateVector: 10, awareness: 10, ephemeral: 10 }

function valueOf(bytes: Uint8Array): unknown {
  const frame = decodeFrame(bytes)
  return frame.ok ? frame.value : frame.refusal
}

function awarenessIn(frame: Uint8Array): unknown {
  const decoded = decodeFrame(frame)
  if (!decoded.ok || decoded.value.kind !== 'awareness') throw new Error('That is no awareness.')
  const entries = decodeAwareness(decoded.value.entries)
  return entries.ok ? entries.value : entries.refusal
}

/** Awareness as somebody who does not use our encoder would write it. */
function contentOf(...entries: [clientId: number, json: string][]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const [clientId, json] of entries) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, json)
    }
  })
}

function kinds(...frames: Uint8Array[]): unknown {
  const read = decodeMessage(Uint8Array.from(frames.flatMap((frame) => [...frame])))
  return read.ok ? read.value.map(({ kind }) => kind) : read.refusal
}
