import { changeFields, createRecord, lostWork, recoverWork } from '@stip/documents'
import type { NotPlaced } from '@stip/documents'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aNote } from '../test/a-note.ts'
import { eventually } from '../test/eventually.ts'
import { Screen } from '../test/screen.ts'
import { aScene } from './a-scene.ts'
import { VICTIM } from './hostile-parts.ts'

describe('somebody whose work was refused', () => {
  it('[X11] one bad change among fourteen: thirteen on every board, one told, and all are equal', async () => {
    const { scene, work } = await aScreen()
    const screen = await work.open()
    screen.goOffline()
    for (let note = 0; note < 14; note++) {
      createRecord(screen.doc, aNote(`n${note}`, `idee ${note}`))
    }
    const bad = screen.doc.getMap<Y.Map<unknown>>('records').get('shape:n7')
    bad?.set('p.color', 'javascript')
    screen.goOnline()
    await eventually(() => expect(screen.connection.status).toBe('refused'))
    expect(screen.connection.refusal).toMatchObject({ code: 4409, records: ['shape:n7'] })

    const { next, lost } = await work.recover(screen)
    expect(lost.map(({ what, text }) => [what, text])).toEqual([['made', 'idee 7']])
    await eventually(() => expect(next.connection.status).toBe('saved'))
    const seen = new Y.Doc()
    Y.applyUpdate(seen, await scene.seenByNewcomer())
    expect(recordsIn(seen)).toEqual(recordsIn(next.doc))
    expect([...seen.getMap('records').keys()].filter((id) => /^shape:n\d/.test(id))).toHaveLength(
      13,
    )
    expect(next.doc.clientID).not.toBe(screen.doc.clientID)
    await scene.expectWorkToGoOn()
  })

  it('[X11] work after access was lost is all told, and the board is everybody’s', async () => {
    const { scene, work } = await aScreen()
    const screen = await work.open()
    screen.goOffline()
    createRecord(screen.doc, aNote('late', 'Te laat'))
    changeFields(screen.doc, VICTIM, { xy: [9, 9] })
    await scene.session.command({ type: 'end-session' })
    const before = await scene.seenByNewcomer()
    screen.goOnline()
    await eventually(() => expect(screen.connection.status).toBe('refused'))
    expect(screen.connection.refusal?.code).toBe(4403)

    const { next, lost } = await work.recover(screen)
    expect(new Set(lost.map(({ what, text }) => `${what} ${text}`))).toEqual(
      new Set(['made Te laat', 'changed Meer groen']),
    )
    expect(Y.encodeStateAsUpdate(next.doc)).toEqual(before)
    expect(await scene.seenByNewcomer()).toEqual(before)
  })

  it('[X11] work of somebody who was moved to another group is told without the board', async () => {
    const { scene, work } = await aScreen()
    const screen = await work.open()
    createRecord(screen.doc, aNote('in-time', 'Op tijd'))
    await eventually(() => expect(screen.connection.status).toBe('saved'))
    screen.goOffline()
    createRecord(screen.doc, aNote('late', 'Te laat'))
    const { personId } = scene.person
    const groupId = scene.other.group.id
    await scene.session.command({ type: 'move-person', personId, groupId })
    screen.goOnline()
    await eventually(() => expect(screen.connection.status).toBe('closed'))
    expect(screen.connection.closeCode).toBe(4404)
    expect(lostWork(screen.stranded).map(({ text }) => text)).toEqual(['Te laat'])
    expect(scene.bystander.doc.getMap('records').has('shape:in-time')).toBe(true)
    expect(scene.bystander.doc.getMap('records').has('shape:late')).toBe(false)
  })
})

/** A board and somebody who works on it with our own client. */
async function aScreen() {
  const scene = await aScene()
  return {
    scene,
    work: {
      open: async () => {
        const screen = new Screen(scene.server.url, scene.boardId, scene.person.device)
        await eventually(() => expect(screen.connection.isLoaded).toBe(true))
        return screen
      },
      /** What the client does: a new document, a new client id, the own work once more. */
      recover: async (screen: Screen): Promise<{ next: Screen; lost: readonly NotPlaced[] }> => {
        const next = new Screen(scene.server.url, scene.boardId, scene.person.device)
        await eventually(() => expect(next.connection.isLoaded).toBe(true))
        const refused = new Set(screen.connection.refusal?.records)
        const writer = next.connection.access === 'write' ? 'person' : undefined
        return { next, lost: recoverWork(screen.stranded, { board: next.doc, writer, refused }) }
      },
    },
  }
}

function recordsIn(doc: Y.Doc): object {
  return doc.getMap('records').toJSON()
}
