import { changeFields, createRecord } from '@stip/documents'
import type * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { aNote } from '../test/a-note.ts'
import { eventually } from '../test/eventually.ts'
import { aScene } from './a-scene.ts'
import { VICTIM } from './hostile-parts.ts'

const ofScribe = { ofScribe: true }
const forbidden = { code: 4409, reason: 'invalid: forbidden-meta' }

describe('that a scribe wrote something', () => {
  it('[N9] [X1] is believed of nobody but a scribe, over a line of which the server knows that', async () => {
    const scene = await aScribeAtWork()
    const before = await scene.seenByNewcomer()
    const liars: readonly [string, (doc: Y.Doc) => void, object][] = [
      ['as=participant', making(ofScribe), forbidden],
      ['as=participant', making({ ofScribe: false }), forbidden],
      ['as=participant', saying(true), forbidden],
      ['as=facilitator', making(ofScribe), forbidden],
      ['as=facilitator', saying(true), forbidden],
      ['as=scribe', making({}), { code: 4409, reason: 'not-marked' }],
      ['as=scribe', saying(true), forbidden],
    ]
    for (const [query, lie, refused] of liars) {
      const device = query === 'as=facilitator' ? scene.facilitator : scene.person.device
      // One after the other: each meets the board as the others left it, and must leave it so.
      // oxlint-disable no-await-in-loop
      const ours = await scene.lineOf(device, `${query}&stip=1`)
      const plain = await scene.lineOf(device, query)
      ours.write(lie)
      plain.write(lie)
      await ours.until(() => ours.refused !== undefined || ours.saved > 0)
      expect({ query, ...ours.refused }).toMatchObject({ query, ...refused })
      expect(await plain.closed).toMatchObject(refused)
      expect(await scene.seenByNewcomer()).toEqual(before)
      // oxlint-enable no-await-in-loop
    }
    await scene.expectWorkToGoOn()
  })

  it('[N9] [P20] is on what a scribe writes over a socket, and ends with the appointment', async () => {
    const scene = await aScribeAtWork()
    const line = await scene.lineOf(scene.person.device, 'as=scribe&stip=1')
    line.write(making(ofScribe))
    const records = scene.bystander.doc.getMap<Y.Map<unknown>>('records')
    await eventually(() => {
      expect(records.get('shape:said')?.get('$')).toMatchObject({ 'm.ofScribe': true })
    })
    const { personId } = scene.person
    await scene.session.command({ type: 'appoint-scribe', personId, on: false })
    expect(await line.closed).toMatchObject({ code: 4503 })
    await scene.expectWorkToGoOn()
  })
})

async function aScribeAtWork() {
  const scene = await aScene()
  const { personId } = scene.person
  await scene.session.command({ type: 'appoint-scribe', personId, on: true })
  return scene
}

function making(meta: Record<string, boolean>): (doc: Y.Doc) => void {
  return (doc) => createRecord(doc, aNote('said', 'Een hek', meta))
}

function saying(so: boolean): (doc: Y.Doc) => void {
  return (doc) => changeFields(doc, VICTIM, { 'm.ofScribe': so })
}
