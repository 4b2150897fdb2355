import type { ClientCommand, CommandAnswer, CourseAnswer } from '@stip/api'
import { expect, it, onTestFinished, vi } from 'vitest'
import { SqliteUpdateLog } from '../storage/update-log/sqlite-update-log.ts'
import { aRemark } from '../test/a-remark.ts'
import { withLink } from '../test/an-evening-of-roles.ts'
import { eventually } from '../test/eventually.ts'

it('[S30] [P22] what is pressed about boards is told with which facilitator pressed it', async () => {
  const { second, boardId, last } = await twoFacilitators()
  await second({ type: 'merge' })
  expect(await last()).toMatchObject({ type: 'boards-merged', ...secondOne })
  await second({ type: 'undo-merge' })
  expect(await last()).toMatchObject({ type: 'merge-undone', ...secondOne })
  const away = { type: 'take-away', boardId, recordId: 'shape:jan', reason: 'Privé.' } as const
  const { takenAway } = await second(away)
  expect(await last()).toMatchObject({ type: 'remark-taken-away', ...secondOne })
  await second({ type: 'put-back', id: takenAway?.id ?? '' })
  expect(await last()).toMatchObject({ type: 'remark-put-back', ...secondOne })
})

it('[S30] a disk that is ill at a press, over a restart, loses not who pressed', async () => {
  const { server, second, last, boards } = await twoFacilitators()
  const disk = aDisk()
  disk.refuses(boards.vision)
  // The boards stand beside each other; the vision cannot be written.
  await expect(second({ type: 'merge' })).rejects.toThrow(/answered 50/u)
  await server.app.close()
  disk.refuses(undefined)
  const next = await server.restart()
  await eventually(async () => {
    expect(await last(next.url)).toMatchObject({ type: 'boards-merged', ...secondOne })
  })
})

const secondOne = { by: 'facilitator', number: 2 }

/** A remark, and two facilitators; the first pressed something before. */
async function twoFacilitators() {
  const { server, session, boardId, visionId } = await aRemark()
  const { facilitator, id } = session
  const device = await withLink(server, session, 'facilitator')
  let keys = 0
  const second = (command: ClientCommand): Promise<CommandAnswer> => {
    const body = { key: `of-the-second-${keys++}`, seenRevision: 1e9, command }
    return device.post(`/api/sessions/${id}/commands?as=facilitator`, body)
  }
  const last = async (url = server.url) => {
    const asked = await fetch(`${url}/api/sessions/${id}/course?as=facilitator`, {
      headers: { cookie: facilitator.cookie ?? '' },
    })
    return ((await asked.json()) as CourseAnswer).events[0]
  }
  return { server, session, second, last, boardId, boards: { vision: visionId } }
}

/** The disk of this process, which does not take what one board becomes. */
function aDisk() {
  // It is called on what it was called on.
  // oxlint-disable-next-line typescript/unbound-method
  const { append } = SqliteUpdateLog.prototype
  let ill: string | undefined
  const spy = vi.spyOn(SqliteUpdateLog.prototype, 'append').mockImplementation(async function (
    this: SqliteUpdateLog,
    ...given
  ) {
    if (given[0] === ill) throw new Error('disk I/O error')
    await Reflect.apply(append, this, given)
  })
  onTestFinished(() => spy.mockRestore())
  return {
    refuses: (boardId: string | undefined): void => {
      ill = boardId
    },
  }
}
