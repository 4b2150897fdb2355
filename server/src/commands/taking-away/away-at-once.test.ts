import { COPY_OF, copyName } from '@stip/board'
import { createRecord } from '@stip/documents'
import { Room } from '@stip/sync/room'
import { expect, it, vi } from 'vitest'
import { SqliteUpdateLog } from '../../storage/update-log/sqlite-update-log.ts'
import { aNote } from '../../test/a-note.ts'
import { aRemark, WORDS } from '../../test/a-remark.ts'
import { eventually } from '../../test/eventually.ts'

it('[K26] however many copies there are, a board is looked through once and changed in one edit', async () => {
  const few = await workFor(2)
  const many = await workFor(40)
  expect(many).toEqual(few)
  expect(many.edits).toBe(1)
})

/** Takes away a remark with copies; how often its board was looked at and changed for it. */
async function workFor(
  copies: number,
): Promise<{ readonly looks: number; readonly edits: number }> {
  const evening = await aRemark()
  const { board, boardId, watching } = evening
  const claim = { [COPY_OF]: copyName(boardId, 'shape:jan') }
  board.doc.transact(() => {
    for (let n = 0; n < copies; n++) createRecord(board.doc, aNote(`copy-${n}`, WORDS, claim))
  })
  await eventually(() => {
    expect(watching.records.filter(({ sources }) => sources.length > 0)).toHaveLength(copies)
  })
  const edits = vi.spyOn(SqliteUpdateLog.prototype, 'append')
  const looks = vi.spyOn(Room.prototype, 'read')
  await evening.takeAway()
  const of = (calls: readonly unknown[]): number =>
    calls.filter((each) => each instanceof Room && each.boardId === boardId).length
  const work = {
    looks: of(looks.mock.contexts),
    edits: edits.mock.calls.filter(([id]) => id === boardId).length,
  }
  looks.mockRestore()
  edits.mockRestore()
  await eventually(() => {
    expect(watching.records.filter((each) => each.isTakenAway === true)).toHaveLength(copies + 1)
  })
  return work
}
