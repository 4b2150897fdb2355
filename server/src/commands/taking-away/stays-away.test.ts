import { COPY_OF, copyName } from '@stip/board'
import { createRecord } from '@stip/documents'
import { aFrame, richText } from '@stip/documents/examples'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aNote } from '../../test/a-note.ts'
import { aRemark, bytesOf, REASON, WORDS } from '../../test/a-remark.ts'
import type { BoardClient } from '../../test/board-client.ts'
import { eventually } from '../../test/eventually.ts'

describe('what was taken away', () => {
  it('[K23] gets no words back when a merge is undone that wrote on it', async () => {
    const evening = await aRemark()
    const { server, session, board, watching, boardId, visionId, besideId, other } = evening
    await session.command({ type: 'merge' })
    board.change('shape:jan', { 'p.color': 'red' })
    await eventually(() => expect(watching.fieldOf('shape:jan', 'color')).toBe('red'))
    await session.command({ type: 'merge' })
    await evening.takeAway()
    await session.command({ type: 'undo-merge' })
    const vision = await evening.lead(visionId)
    const card = vision.records.find(({ record }) => record.type === 'note')
    expect(card).toMatchObject({ isTakenAway: true, isGone: true })
    expect(card?.base).toBeUndefined()
    const name = encodeURIComponent(card?.record.id ?? '')
    const path = `/api/boards/${visionId}/records/${name}/provenance?as=participant`
    expect(await (await other.ask(path)).text()).not.toContain('Kerkstraat')
    const boards = [boardId, visionId, besideId]
    const seen = await Promise.all(boards.map((id) => evening.lead(id)))
    const again = (await server.restart()).newDevice()
    again.cookie = session.facilitator.cookie
    seen.push(...(await Promise.all(boards.map((id) => evening.lead(id, again)))))
    for (const each of seen) expect(bytesOf(each)).not.toContain('Kerkstraat')
  })

  it('[K23] gets no words back when a restore is undone', async () => {
    const evening = await aRemark('')
    const { session, board, watching, boardId } = evening
    const moment = await evening.momentNow()
    type(board, WORDS)
    await eventually(() => expect(bytesOf(watching)).toContain('Kerkstraat'))
    const { restore } = await session.command({ type: 'restore-board', boardId, moment })
    await evening.takeAway()
    const undo = { type: 'undo-restore', boardId, moment: restore?.moment ?? 0 } as const
    await session.command(undo)
    expect(bytesOf(await evening.lead(boardId))).not.toContain('Kerkstraat')
  })

  it('[K23] comes in sight by no undoing, of the facilitator or of who wrote it', async () => {
    const evening = await aRemark()
    const { session, board, watching, boardId } = evening
    board.change('shape:jan', { gone: true })
    await eventually(() => expect(watching.notes).toEqual([]))
    const moment = await evening.momentNow()
    board.change('shape:jan', { gone: false })
    await eventually(() => expect(watching.notes).toEqual(['shape:jan']))
    const { restore } = await session.command({ type: 'restore-board', boardId, moment })
    await evening.takeAway()
    const undo = { type: 'undo-restore', boardId, moment: restore?.moment ?? 0 } as const
    await session.command(undo)
    const later = await evening.lead(boardId)
    expect(later.records).toContainEqual(expect.objectContaining({ isTakenAway: true }))
    expect(later.notes).toEqual([])
    board.change('shape:jan', { gone: false })
    board.write('anders')
    await eventually(() => expect(watching.notes).toContain('shape:anders'))
    expect(watching.notes).toEqual(['shape:anders'])
  })

  it('[K23] is emptied again when the board opens, of what was typed in it since', async () => {
    const evening = await aRemark()
    const { server, session, board, boardId, watching } = evening
    await evening.takeAway()
    await eventually(() => expect(board.notes).toEqual([]))
    board.change('shape:jan', { t: richText(WORDS), gone: false })
    await eventually(() => expect(bytesOf(watching)).toContain('Kerkstraat'))
    const again = (await server.restart()).newDevice()
    again.cookie = session.facilitator.cookie
    const later = await evening.lead(boardId, again)
    expect(bytesOf(later)).not.toContain('Kerkstraat')
    expect(later.notes).toEqual([])
  })

  it('[K27] takes along what is pasted later of what was copied before, and brings it back with it', async () => {
    const evening = await aRemark()
    const { server, session, board, boardId, watching, person } = evening
    const id = await evening.takeAway()
    const claim = { [COPY_OF]: copyName(boardId, 'shape:jan') }
    board.doc.transact(() => createRecord(board.doc, aNote('pasted', WORDS, claim)))
    board.write('own', 'Een bankje')
    await eventually(() => {
      expect(watching.records).toContainEqual(
        expect.objectContaining({
          record: expect.objectContaining({ id: 'shape:pasted' }),
          isTakenAway: true,
        }),
      )
    })
    for (const each of [board, watching, await evening.lead(boardId)]) {
      expect(bytesOf(each)).not.toContain('Kerkstraat')
    }
    expect(watching.notes).toEqual(['shape:own'])
    const reason = REASON
    expect((await session.view(person, 'participant')).takenAway).toEqual([{ id, reason }])
    await session.command({ type: 'put-back', id })
    await eventually(() => {
      expect(watching.notes.toSorted()).toEqual(['shape:jan', 'shape:own', 'shape:pasted'])
    })
    // Again, and now by what it is a copy of.
    await evening.takeAway()
    const again = (await server.restart()).newDevice()
    again.cookie = session.facilitator.cookie
    expect((await evening.lead(boardId, again)).notes).toEqual(['shape:own'])
  })

  it('[K29] takes along what stands in it, of a frame, and brings that back with it', async () => {
    const evening = await aRemark()
    const { session, board, boardId, visionId, besideId, watching } = evening
    board.doc.transact(() => createRecord(board.doc, aFrame('frame')))
    board.change('shape:jan', { pi: ['shape:frame', 'a1'] })
    board.write('own', 'Een bankje')
    await eventually(() => expect(watching.notes).toHaveLength(2))
    await session.command({ type: 'merge' })
    const id = await evening.takeAway('shape:frame')
    const boards = [boardId, visionId, besideId]
    const held = async (): Promise<readonly boolean[]> => {
      const seen = await Promise.all(boards.map((each) => evening.lead(each)))
      return seen.map((each) => bytesOf(each).includes('Kerkstraat'))
    }
    expect(await held()).toEqual([false, false, false])
    expect(watching.notes).toEqual(['shape:own'])
    await session.command({ type: 'put-back', id })
    expect(await held()).toEqual([true, true, true])
  })
})

/** Types before what stands in the remark. */
function type({ doc }: BoardClient, words: string): void {
  const text = doc.getMap<Y.Map<unknown>>('records').get('shape:jan')?.get('t')
  const paragraph = text instanceof Y.XmlFragment ? text.get(0) : undefined
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('There is no remark.')
  paragraph.insert(0, [new Y.XmlText(words)])
}
