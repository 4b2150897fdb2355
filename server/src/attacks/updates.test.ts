import { changeFields, createRecord, liveRecords, PAGE_ID, workLimits } from '@stip/documents'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aNote } from '../test/a-note.ts'
import { aScene } from './a-scene.ts'
import { VICTIM } from './hostile-parts.ts'
import { hostileUpdates } from './hostile-updates.ts'

/** So low that what passes them is small. */
const few = { ...workLimits, leap: 2000, points: 0 }
const topics = Object.entries(Object.groupBy(hostileUpdates(few), ({ topic }) => topic))

describe('updates that would wreck a board', () => {
  it.each(topics)('[X1] %s: each is refused, and nothing is different', async (_topic, attacks) => {
    const scene = await aScene({ work: few })
    const before = await scene.seenByNewcomer()
    for (const { name, reason, bytes } of attacks) {
      // One after the other: each meets the board as the others left it, and must leave it so.
      // oxlint-disable no-await-in-loop
      const ours = await scene.attacker('stip')
      const plain = await scene.attacker('plain')
      const update = bytes(ours.doc, ours.doc.clientID)
      ours.answer(update)
      plain.answer(update)
      await ours.until(() => ours.refused !== undefined || ours.saved > 0)
      expect({ name, ...ours.refused }).toMatchObject({ name, code: 4409, reason, frame: 1 })
      expect({ name, ...(await plain.closed) }).toEqual({ name, code: 4409, reason })
      expect({ name, board: await scene.seenByNewcomer() }).toEqual({ name, board: before })
      // oxlint-enable no-await-in-loop
    }
    expect(Object.getPrototypeOf({})).not.toHaveProperty('isAdmin')
    await scene.expectWorkToGoOn()
  })

  it('[X2] a reader who deletes everything changes nothing', async () => {
    const scene = await aScene()
    await scene.session.command({ type: 'spotlight', boardId: scene.boardId })
    const before = await scene.seenByNewcomer()
    const reader = await scene.lineOf(scene.other.device, 'as=participant')
    const ours = await scene.lineOf(scene.other.device, 'as=participant&stip=1')
    for (const line of [reader, ours]) {
      line.write((doc) => doc.getMap('records').clear())
    }
    expect((await reader.closed).code).toBe(4403)
    await ours.until(() => ours.refused !== undefined)
    expect(ours.refused).toMatchObject({ code: 4403 })
    expect(await scene.seenByNewcomer()).toEqual(before)
    await scene.expectWorkToGoOn()
  })

  it('[X4] a circle of frames that somebody moved into each other is shown to nobody', async () => {
    const scene = await aScene()
    const attacker = await scene.attacker('stip')
    for (const name of ['one', 'two']) {
      attacker.write((doc) => createRecord(doc, aFrameNamed(name)))
    }
    attacker.write((doc) => {
      changeFields(doc, 'shape:one', { pi: ['shape:two', 'a1'] })
      changeFields(doc, 'shape:two', { pi: ['shape:one', 'a1'] })
    })
    await attacker.until(() => attacker.saved === 3 || attacker.refused !== undefined)
    const seen = new Y.Doc()
    Y.applyUpdate(seen, await scene.seenByNewcomer())
    const shown = new Map(liveRecords(seen).map((record) => [record.id, record['parentId']]))
    expect([shown.get('shape:one'), shown.get('shape:two')]).toEqual([PAGE_ID, 'shape:one'])
    const file = await scene.facilitator.ask(
      `/api/boards/${scene.boardId}/export.tldr?as=facilitator`,
    )
    expect(file.status).toBe(200)
    await scene.expectWorkToGoOn()
  })

  it('[X3] updates that wait for something that never comes are not kept', async () => {
    const scene = await aScene()
    const attacker = await scene.attacker('stip')
    const waiting = updatesWithoutTheirStart(5)
    for (const update of waiting) attacker.update(update)
    await scene.expectWorkToGoOn()
    expect(attacker.saved).toBe(0)
    attacker.answer(waiting[0] ?? new Uint8Array())
    await attacker.until(() => attacker.refused !== undefined)
    expect(attacker.refused).toMatchObject({ code: 4409, reason: 'gap' })
    await scene.seenByNewcomer()
  })
})

function aFrameNamed(name: string) {
  const props = { w: 10, h: 10, name: '', color: 'black' }
  return { ...aNote(name, ''), type: 'frame', props }
}

/** Changes by somebody whose first change nobody ever sees. */
function updatesWithoutTheirStart(count: number): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const records = doc.getMap('records')
  for (let change = 0; change <= count; change++) records.set(VICTIM, change)
  return updates.slice(1)
}
