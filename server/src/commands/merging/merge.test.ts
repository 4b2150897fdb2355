import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { changeFields } from '@stip/documents'
import { Room } from '@stip/sync/room'
import { BoardThread } from '../../board-thread/board-thread.ts'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import { BoardClient } from '../../test/board-client.ts'
import { eventually } from '../../test/eventually.ts'

describe('merging', () => {
  it('[K5] brings the hoofdpunten of every group to the vision, with sources', async () => {
    const { session, vision, groups } = await threeGroupsWithANote()
    const { merge } = await session.command({ type: 'merge' })
    expect(merge?.added).toBeGreaterThanOrEqual(3)
    const board = await vision()
    const notes = board.records.filter(({ record }) => record.type === 'note')
    const sources = notes.flatMap((note) =>
      note.sources.map(({ board, record }) => `${board} ${record}`),
    )
    expect(new Set(sources)).toEqual(
      new Set(groups.map(({ boardId, noteId }) => `${boardId} ${noteId}`)),
    )
    expect(sources).toHaveLength(groups.length)
    const view = await session.view(groups[0]?.device, 'participant')
    expect(view.merge).toMatchObject({ count: 1, canUndo: true })
    // No step has worked on the vision yet: everybody looks at all boards beside each other.
    expect(view.current.boardId).toBe(view.boards.find(({ kind }) => kind === 'side-by-side')?.id)
  })

  it('[K5] makes one merge of two presses at once', async () => {
    const { session, vision } = await threeGroupsWithANote()
    await Promise.all([session.command({ type: 'merge' }), session.command({ type: 'merge' })])
    expect((await session.view()).merge.count).toBe(1)
    expect((await vision()).notes).toHaveLength(3)
  })

  it('[K5] brings what is new at a second press', async () => {
    const { session, vision, groups } = await threeGroupsWithANote()
    await session.command({ type: 'merge' })
    const board = await vision()
    groups[0]?.board.writeKeyCard('later')
    await groups[0]?.stored('shape:later')
    expect((await session.command({ type: 'merge' })).merge?.added).toBe(1)
    await eventually(() => expect(board.notes).toHaveLength(4))
    expect((await session.view()).merge.count).toBe(2)
  })

  it('[K5a] leads nobody away from their group when it is asked not to', async () => {
    const { session, groups, vision } = await threeGroupsWithANote()
    await session.command({ type: 'merge', leads: false })
    expect((await vision()).notes).toHaveLength(3)
    const { merge, spotlight, current } = await session.view(groups[0]?.device, 'participant')
    expect(merge.count).toBe(1)
    expect(spotlight).toBeUndefined()
    expect(current.boardId).toBe(groups[0]?.boardId)
  })

  it('[K16] lays all boards beside each other on a board of its own, in the same merge', async () => {
    const { session, vision, beside, groups } = await threeGroupsWithANote()
    groups[0]?.board.write('no-key-card')
    await groups[0]?.stored('shape:no-key-card')
    await session.command({ type: 'merge' })
    const all = await beside()
    expect(all.notes).toHaveLength(4)
    expect((await vision()).notes).toHaveLength(3)
    expect((await session.view()).merge.count).toBe(1)
    groups[0]?.board.write('later')
    await groups[0]?.stored('shape:later')
    await session.command({ type: 'merge' })
    await eventually(() => expect(all.notes).toHaveLength(5))
    expect((await session.view()).merge.count).toBe(2)
    await session.command({ type: 'undo-merge' })
    await eventually(() => expect(all.notes).toHaveLength(4))
    expect((await vision()).notes).toHaveLength(3)
    await session.command({ type: 'undo-merge' })
    await eventually(() => expect(all.notes).toEqual([]))
    expect((await vision()).notes).toEqual([])
  })

  it('[K17] a step on the vision that collects has what groups made, without a merge', async () => {
    const { session, vision } = await threeGroupsWithANote()
    const board = await vision()
    const { steps } = await session.view()
    const position = steps.findIndex(({ kind }) => kind === 'share')
    await session.command({ type: 'go-to-step', position })
    await eventually(() => expect(board.notes).toHaveLength(3))
    const zones = board.records.map(({ record }) => record.meta['zone'])
    expect(zones).toEqual(expect.arrayContaining(['shape:step-delen-ook-a']))
    expect((await session.view()).merge).toMatchObject({ count: 0, canUndo: false })
    await session.command({ type: 'go-to-step', position: position + 2 })
    await session.command({ type: 'merge' })
    const inMerge = () =>
      board.records.filter(({ record }) =>
        JSON.stringify(record.meta).includes('step-samenvoegen-punten'),
      )
    await eventually(() => expect(inMerge()).toHaveLength(3))
    await session.command({ type: 'undo-merge' })
    await eventually(() => expect(inMerge()).toEqual([]))
    expect(board.notes).toHaveLength(3)
  })

  it('[K17] columns of groups on the vision have the names that groups have now', async () => {
    const { session, vision } = await threeGroupsWithANote()
    const board = await vision()
    const { steps, groups } = await session.view()
    const position = steps.findIndex(({ kind }) => kind === 'share')
    await session.command({ type: 'go-to-step', position })
    const titles = () => board.records.map(({ record }) => record.props['title'])
    await eventually(() => expect(board.notes).toHaveLength(3))
    const groupId = groups[0]?.id ?? ''
    await session.command({ type: 'rename-group', groupId, name: 'De Scheve Brug' })
    await eventually(() => expect(titles()).toContain('Hoofdpunten van De Scheve Brug'))
    expect(titles()).not.toContain('Hoofdpunten van Groep A')
  })

  it('[K18] a card that the facilitator brings is on the vision with its sources, and goes back', async () => {
    const { session, vision, groups } = await threeGroupsWithANote()
    const [group] = groups
    group?.board.write('no-key-card')
    await group?.stored('shape:no-key-card')
    const board = await vision()
    const cards = [{ boardId: group?.boardId ?? '', recordId: 'shape:no-key-card' }]
    await session.command({ type: 'bring-cards', cards })
    await eventually(() => expect(board.notes).toHaveLength(1))
    const [copy] = board.records.filter(({ record }) => record.type === 'note')
    expect(copy?.sources).toMatchObject([{ board: group?.boardId, record: 'shape:no-key-card' }])
    await session.command({ type: 'put-cards-back', cards })
    await eventually(() => expect(board.notes).toEqual([]))
    const path = `/api/sessions/${session.id}/commands?as=facilitator`
    const foreign = [{ boardId: 'somewhere-else', recordId: 'shape:x' }]
    const command = { type: 'bring-cards', cards: foreign }
    const body = { key: 'foreign-1', seenRevision: 999, command }
    expect(await session.facilitator.postRefused(path, body)).toMatchObject({
      code: 'no-such-board',
    })
  })

  it('[K9] overwrites nothing that somebody writes on the vision at that very moment', async () => {
    const { session, visionId, vision, groups } = await threeGroupsWithANote()
    await session.command({ type: 'merge' })
    const board = await vision()
    const [group] = groups
    const copy = board.records.find(({ sources }) => sources[0]?.record === group?.noteId)?.record
      .id
    const watching = group && (await group.watch())
    group?.board.change(group.noteId, { 'p.color': 'red' })
    await eventually(() => expect(watching?.fieldOf(group?.noteId, 'color')).toBe('red'))
    whileTheNextIsMade(visionId, (doc) => changeFields(doc, copy ?? '', { 'p.color': 'green' }))
    const { merge } = await session.command({ type: 'merge' })
    expect(merge).toMatchObject({ updated: 0, kept: 1 })
    await eventually(() => expect(board.fieldOf(copy, 'color')).toBe('green'))
  })

  it('[K9] takes back nothing that somebody wrote at the moment of undoing', async () => {
    const { session, visionId, vision } = await threeGroupsWithANote()
    await session.command({ type: 'merge' })
    const [copy = ''] = (await vision()).notes
    whileTheNextIsMade(visionId, (doc) => changeFields(doc, copy, { 'p.color': 'green' }))
    await session.command({ type: 'undo-merge' })
    const after = await vision()
    await eventually(() => expect(after.notes).toEqual([copy]))
    expect(after.fieldOf(copy, 'color')).toBe('green')
  })

  it('[X66] is made however long it waits for its turn, on a vision that nobody is at', async () => {
    const { server, session, vision } = await threeGroupsWithANote()
    const before = await vision()
    before.socket.terminate()
    const turn = Promise.withResolvers<void>()
    const inTurn = vi.spyOn(BoardThread.prototype, 'inTurn')
    const close = vi.spyOn(Room.prototype, 'close')
    onTestFinished(() => {
      inTurn.mockRestore()
      close.mockRestore()
    })
    const asked = Promise.withResolvers<void>()
    inTurn.mockImplementationOnce(async function (this: BoardThread, asker, work) {
      asked.resolve()
      await turn.promise
      return this.inTurn(asker, work)
    })
    const merged = session.command({ type: 'merge' })
    await asked.promise
    server.clock.now += 6 * 60_000
    // The sweep closes what nobody is at.
    await eventually(() => expect(close).toHaveBeenCalled())
    turn.resolve()
    expect((await merged).merge?.added).toBeGreaterThanOrEqual(3)
    expect((await vision()).notes).toHaveLength(3)
  })

  it('[K6] is undone as a whole, but for what people changed on the vision since', async () => {
    const { session, vision } = await threeGroupsWithANote()
    await session.command({ type: 'merge' })
    const board = await vision()
    board.write('heading')
    const [copy = ''] = board.notes.filter((id) => id !== 'shape:heading')
    board.doc.transact(() => changeFields(board.doc, copy, { 'p.color': 'green' }))
    const colorOn = (screen: BoardClient) =>
      screen.records.find(({ record }) => record.id === copy)?.record.props['color']
    const other = await vision()
    await eventually(() => expect(colorOn(other)).toBe('green'))
    await session.command({ type: 'undo-merge' })
    await eventually(() =>
      expect(board.notes.toSorted()).toEqual([copy, 'shape:heading'].toSorted()),
    )
    expect(colorOn(board)).toBe('green')
    expect((await session.view()).merge).toMatchObject({ count: 0, canUndo: false })
    const path = `/api/sessions/${session.id}/commands?as=facilitator`
    const again = { key: 'again-123', seenRevision: 999, command: { type: 'undo-merge' } }
    expect(await session.facilitator.postRefused(path, again)).toMatchObject({
      status: 409,
      code: 'nothing-to-undo',
    })
  })

  it('[K35] of two who press to undo the same merge, the second undoes none of before', async () => {
    const { session, groups } = await threeGroupsWithANote()
    await session.command({ type: 'merge' })
    groups[0]?.board.write('later')
    await groups[0]?.stored('shape:later')
    await session.command({ type: 'merge' })
    const { sessionRevision: seenRevision } = await session.view()
    const press = (key: string): Promise<Response> =>
      session.facilitator.ask(`/api/sessions/${session.id}/commands?as=facilitator`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key, seenRevision, command: { type: 'undo-merge' } }),
      })
    const answers = await Promise.all([press('one-facilitator'), press('the-other')])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await session.view()).merge).toMatchObject({ count: 1, canUndo: true })
  })

  it('[W3] stands after a restart and can still be undone', async () => {
    const { server, session, visionId } = await threeGroupsWithANote()
    await session.command({ type: 'merge' })
    const next = await server.restart()
    const device = next.newDevice()
    device.cookie = session.facilitator.cookie
    const board = new BoardClient(device.socket(`/sync/${visionId}?as=facilitator`))
    await board.synced
    expect(board.notes).toHaveLength(3)
    await device.post(`/api/sessions/${session.id}/commands?as=facilitator`, {
      key: 'after-restart',
      seenRevision: 999,
      command: { type: 'undo-merge' },
    })
    await eventually(() => expect(board.notes).toEqual([]))
  })
})

/** While the thread makes what is asked for a board next, somebody writes on it. */
function whileTheNextIsMade(boardId: string, change: Parameters<Room['edit']>[0]): void {
  // oxlint-disable-next-line typescript/unbound-method
  const { editMade } = Room.prototype
  const edit = vi.spyOn(Room.prototype, 'editMade')
  onTestFinished(() => edit.mockRestore())
  edit.mockImplementation(async function (this: Room, make) {
    if (this.boardId !== boardId) return editMade.call(this, make)
    edit.mockRestore()
    let written: Promise<void> | undefined
    await this.editMade(async (clientId) => {
      const made = await make(clientId)
      written ??= this.edit(change)
      return made
    })
    await written
  })
}

async function threeGroupsWithANote() {
  const server = await aServer()
  const { session, inGroups, visionId, besideId } = await aSessionInGroups(server)
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
      const stored = (id: string) => eventually(() => expect(watching.notes).toContain(id))
      const noteId = `shape:idea-${group.letter}`
      board.writeKeyCard(`idea-${group.letter}`)
      await stored(noteId)
      return { device, boardId, board, noteId, stored, watch: () => connect(boardId) }
    }),
  )
  const [vision, beside] = [() => connect(visionId), () => connect(besideId)]
  return { server, session, visionId, groups, vision, beside }
}
