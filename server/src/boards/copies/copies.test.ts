import { COPY_OF, copyName } from '@stip/board'
import type { Provenance } from '@stip/api'
import { createRecord, totalLimits } from '@stip/documents'
import { CloseCode } from '@stip/sync/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aNote } from '../../test/a-note.ts'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import { BoardClient } from '../../test/board-client.ts'
import { eventually } from '../../test/eventually.ts'
import type { BoardLimits } from '../board-limits.ts'

describe('a copy', () => {
  it('[K30] of a card of a group leads back to it, with the words and the letter', async () => {
    const { session, visionId, vision, groups } = await aScene()
    const [group] = groups
    await group?.write('wens', 'Een bankje')
    const board = await vision()
    copyTo(board, 'kopie', group?.boardId, 'shape:wens', 'Een bankje')
    await eventually(() => expect(sourcesOn(board, 'shape:kopie')).toHaveLength(1))
    expect(sourcesOn(board, 'shape:kopie')).toMatchObject([
      { board: group?.boardId, record: 'shape:wens', group: group?.group.id },
    ])
    expect(recordOn(board, 'shape:kopie')?.record.meta['group']).toBe(group?.group.letter)
    const { origins } = await session.facilitator.get<Provenance>(
      `/api/boards/${visionId}/records/shape:kopie/provenance?as=facilitator`,
    )
    expect(origins).toMatchObject([{ group: { letter: group?.group.letter }, text: 'Een bankje' }])
  })

  it('[K30] of a copy leads back to where that came from, cut away or not', async () => {
    const { session, vision, groups } = await aScene()
    const [group] = groups
    await group?.write('wens', 'Een bankje', { keyCard: true })
    await session.command({ type: 'merge' })
    const board = await vision()
    const [card = ''] = board.notes
    const { visionId } = await aSceneIds(session)
    copyTo(board, 'dubbel', visionId, card, 'Een bankje')
    board.change(card, { gone: true })
    await eventually(() => expect(sourcesOn(board, 'shape:dubbel')).toHaveLength(1))
    copyTo(board, 'nog-een', visionId, 'shape:dubbel', 'Een bankje')
    await eventually(() => expect(sourcesOn(board, 'shape:nog-een')).toHaveLength(1))
    for (const id of ['shape:dubbel', 'shape:nog-een']) {
      expect(sourcesOn(board, id)).toMatchObject([{ board: group?.boardId, record: 'shape:wens' }])
    }
  })

  it('[K30] within one board leads back to the original, and goes with it when that is taken away', async () => {
    const { session, groups } = await aScene()
    const [group] = groups
    if (group === undefined) return
    await group.write('wens', 'Een bankje')
    copyTo(group.board, 'dubbel', group.boardId, 'shape:wens', 'Een bankje')
    await eventually(() => expect(sourcesOn(group.board, 'shape:dubbel')).toHaveLength(1))
    await session.command({
      type: 'take-away',
      boardId: group.boardId,
      recordId: 'shape:wens',
      reason: 'Er stond een naam in.',
    })
    await eventually(() => expect(recordOn(group.board, 'shape:dubbel')?.isTakenAway).toBe(true))
  })

  it('[K32] that comes before what it is copied from has sources once that is there', async () => {
    const { server, session, vision, groups } = await aScene()
    const [group] = groups
    const board = await vision()
    copyTo(board, 'kopie', group?.boardId, 'shape:later', 'Een bankje')
    copyTo(board, 'ander', group?.boardId, 'shape:nooit', 'Verzonnen')
    await group?.write('later', 'Een bankje')
    const next = await server.restart()
    const device = next.newDevice()
    device.cookie = session.facilitator.cookie
    const { visionId } = await aSceneIds(session, device)
    const after = new BoardClient(device.socket(`/sync/${visionId}?as=facilitator`))
    await after.synced
    await eventually(() => expect(sourcesOn(after, 'shape:kopie')).toHaveLength(1))
    expect(sourcesOn(after, 'shape:ander')).toEqual([])
  })

  it('[K33] that is empty and of something long fills no board', async () => {
    const person = { ...totalLimits.person, weight: 60_000 }
    const { groups } = await aScene({ totals: { ...totalLimits, weight: 120_000, person } })
    const [group] = groups
    if (group === undefined) return
    await group.write('lang', 'x'.repeat(8000))
    const names = Array.from({ length: 40 }, (_, number) => `leeg-${number}`)
    group.board.doc.transact(() => {
      const meta = { [COPY_OF]: copyName(group.boardId, 'shape:lang') }
      for (const name of names) createRecord(group.board.doc, aNote(name, '', meta))
    })
    await eventually(() => expect(sourcesOn(group.board, 'shape:leeg-39')).toHaveLength(1))
    expect(Y.encodeStateAsUpdate(group.board.doc).length).toBeLessThan(80_000)
    const filled = names.filter(
      (name) => recordOn(group.board, `shape:${name}`)?.base !== undefined,
    )
    expect(filled.length).toBeLessThan(8)
  })

  it('[K31] is believed of nobody who may not read what it says it is copied from', async () => {
    const { groups } = await aScene()
    const [own, other] = groups
    if (own === undefined || other === undefined) return
    await other.write('geheim', 'Van de anderen')
    await own.write('eigen', 'Van onszelf')
    const untrue: readonly (readonly [string, string, string])[] = [
      ['anderen', other.boardId, 'shape:geheim'],
      ['elders', 'somewhere-else', 'shape:geheim'],
      ['vak', own.boardId, 'shape:step-groepsstart-ervaring'],
      ['zelf', own.boardId, 'shape:zelf'],
    ]
    for (const [id, board, record] of untrue) copyTo(own.board, id, board, record, 'Van de anderen')
    // What is true, and comes after all of it, says when all was judged.
    copyTo(own.board, 'waar', own.boardId, 'shape:eigen', 'Van onszelf')
    await eventually(() => expect(sourcesOn(own.board, 'shape:waar')).toHaveLength(1))
    for (const [id] of untrue) {
      expect(recordOn(own.board, `shape:${id}`)).toMatchObject({ sources: [], base: undefined })
    }
  })

  it('[K31] cannot be said of something that is there', async () => {
    const { groups } = await aScene()
    const [own] = groups
    if (own === undefined) return
    await own.write('een', 'Een')
    await own.write('twee', 'Twee')
    own.board.change('shape:twee', { [`m.${COPY_OF}`]: copyName(own.boardId, 'shape:een') })
    expect(await own.board.closed).toBe(CloseCode.refusedUpdate)
  })
})

function copyTo(
  client: BoardClient,
  id: string,
  board: string | undefined,
  record: string,
  text: string,
): void {
  const note = aNote(id, text, { [COPY_OF]: copyName(board ?? '', record) })
  client.doc.transact(() => createRecord(client.doc, note))
}

function recordOn(client: BoardClient, id: string) {
  return client.records.find(({ record }) => record.id === id)
}

function sourcesOn(client: BoardClient, id: string) {
  return recordOn(client, id)?.sources
}

type Scene = Awaited<ReturnType<typeof aSessionInGroups>>

async function aSceneIds(session: Scene['session'], device = session.facilitator) {
  const { boards } = await session.view(device)
  return { visionId: boards.find(({ kind }) => kind === 'vision')?.id ?? '' }
}

/** Three groups at work, each with somebody at its board. */
async function aScene(boardLimits?: BoardLimits) {
  const server = await aServer({}, undefined, undefined, undefined, boardLimits)
  const { session, inGroups, visionId } = await aSessionInGroups(server)
  const connect = async (boardId: string): Promise<BoardClient> => {
    const client = new BoardClient(session.facilitator.socket(`/sync/${boardId}?as=facilitator`))
    await client.synced
    return client
  }
  const groups = await Promise.all(
    inGroups.map(async ({ device, boardId, group }) => {
      const board = new BoardClient(device.socket(`/sync/${boardId}?as=participant`))
      await board.synced
      const watching = await connect(boardId)
      // What another screen shows is on disk.
      const write = async (id: string, text: string, meta = {}): Promise<void> => {
        board.doc.transact(() => createRecord(board.doc, aNote(id, text, meta)))
        await eventually(() => expect(watching.notes).toContain(`shape:${id}`))
      }
      return { boardId, group, board, write }
    }),
  )
  return { server, session, visionId, groups, vision: () => connect(visionId) }
}
