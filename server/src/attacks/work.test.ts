import { createRecord } from '@stip/documents'
import { encodeAsk, encodeUpdate, frameLimits } from '@stip/sync/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aNote } from '../test/a-note.ts'
import { aScene } from './a-scene.ts'

describe('work that one person makes', () => {
  it('[X20] more than one may say, over several lines: closed, also after coming back', async () => {
    const scene = await aScene({ rates: { updates: { burst: 60, perSecond: 0.01 } } })
    const lines = await Promise.all([1, 2, 3].map(() => scene.attacker('plain')))
    const nothing = encodeUpdate(Uint8Array.of(0, 0))
    for (let number = 0; number < 21; number++) for (const line of lines) line.say(nothing)
    expect((await Promise.any(lines.map(({ closed }) => closed))).code).toBe(4429)
    const again = await scene.attacker('plain')
    for (let number = 0; number < 5; number++) again.say(nothing)
    expect((await again.closed).code).toBe(4429)
    const other = await scene.lineOf(scene.facilitator, 'as=facilitator&stip=1')
    other.say(nothing)
    await other.until(() => other.saved > 0)
    expect(other.refused).toBeUndefined()
  })

  it('[X21] an hour of drawing without a line is taken in one answer, while others go on', async () => {
    const scene = await aScene()
    const late = await scene.attacker('stip')
    const known = Y.encodeStateVector(late.doc)
    late.doc.transact(() => {
      for (let stroke = 0; stroke < 360; stroke++) {
        createRecord(late.doc, aDrawing(`stroke${stroke}`, stroke))
      }
    })
    const update = Y.encodeStateAsUpdate(late.doc, known)
    expect(update.length).toBeGreaterThan(1_048_576)
    // Whoever comes asks, and is asked; the answer may be larger than an edit.
    late.answer(update)
    scene.bystander.write((doc) => createRecord(doc, aNote('meanwhile', 'Intussen')))
    await Promise.all([
      late.until(() => late.saved > 0 || late.refused !== undefined),
      scene.bystander.until(() => scene.bystander.saved > 1),
    ])
    expect(late.refused).toBeUndefined()
    const seen = new Y.Doc()
    Y.applyUpdate(seen, await scene.seenByNewcomer())
    const strokes = [...seen.getMap('records').keys()].filter((id) => id.includes('stroke'))
    expect(strokes).toHaveLength(360)
    await scene.expectWorkToGoOn()
  })

  it('[X21] the largest question, again and again, keeps nobody waiting', async () => {
    const scene = await aScene({ frames: { ...frameLimits, stateVector: 2048 } })
    const attacker = await scene.attacker('plain')
    const question = encodeAsk(new Uint8Array(2048))
    for (let number = 0; number < 30; number++) attacker.say(question)
    await scene.expectWorkToGoOn()
    expect(attacker.answers).toBeLessThan(20)
  })
})

function aDrawing(name: string, seed: number) {
  const points = Array.from({ length: 600 }, (_, point) => ({
    x: Math.round(Math.sin((point * (1 + seed / 90)) / 9) * 900) / 8,
    y: Math.round(Math.cos((point * (1 + seed / 70)) / 7) * 900) / 8,
    z: Math.round((0.5 + Math.sin(point / 11) / 3) * 100) / 100,
  }))
  const { props: _props, ...shape } = aNote(name, '')
  return {
    ...shape,
    type: 'draw',
    props: {
      color: 'black',
      fill: 'none',
      dash: 'draw',
      size: 'm',
      segments: [{ type: 'free', points }],
      isComplete: true,
      isClosed: false,
      isPen: true,
      scale: 1,
    },
  }
}
