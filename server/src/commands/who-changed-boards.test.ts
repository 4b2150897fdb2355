import { join } from 'node:path'
import type { ClientCommand, CommandAnswer, CourseAnswer, SessionView } from '@stip/api'
import { expect, it, onTestFinished, vi } from 'vitest'
import { SqliteUpdateLog } from '../storage/update-log/sqlite-update-log.ts'
import { readActor } from '../sessions/actor-text.ts'
import { openDatabase } from '../storage/database/database.ts'
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

it('[S30] [P22] a board that is put back to a moment is in the course, and so is the way back', async () => {
  const { second, boardId, board, watching, last, course, momentNow } = await twoFacilitators()
  const moment = await momentNow()
  const asItIs = await second({ type: 'restore-board', boardId, moment })
  expect(asItIs.restore).toMatchObject({ changed: 0 })
  expect((await course()).some(({ type }) => type === 'board-restored')).toBe(false)
  board.write('later')
  await eventually(() => expect(watching.notes).toContain('shape:later'))
  const { restore, revision } = await second({ type: 'restore-board', boardId, moment })
  const about = { boardId, moment: restore?.moment }
  expect(await last()).toMatchObject({ type: 'board-restored', about, ...secondOne })
  const undone = await second({ type: 'undo-restore', boardId, moment: restore?.moment ?? 0 })
  expect(undone.revision).toBe(revision + 1)
  expect(await last()).toMatchObject({ type: 'restore-undone', about, ...secondOne })
})

it('[S30] [K18] cards that are brought and put back are in the course, each press once', async () => {
  const { server, session, second, boardId, boards, last, course, lead } = await twoFacilitators()
  const cards = [{ boardId, recordId: 'shape:jan' }]
  await second({ type: 'bring-cards', cards })
  const about = { count: 1 }
  expect(await last()).toMatchObject({ type: 'cards-brought', about, ...secondOne })
  const [copy = ''] = (await lead(boards.vision)).notes
  await second({ type: 'bring-cards', cards })
  expect(brought(await course())).toHaveLength(1)
  await server.app.close()
  cutOffBefore(server.dataDir, session.id, copy)
  const next = await server.restart()
  await eventually(async () => {
    expect(await last(next.url)).toMatchObject({ type: 'cards-brought', about, ...secondOne })
  })
  expect(brought(await course(next.url))).toHaveLength(1)
})

it('[S30] [K18] cards that are put back are in the course, and not when the disk refused', async () => {
  const { second, boardId, boards, last, server } = await twoFacilitators()
  const cards = [{ boardId, recordId: 'shape:jan' }]
  await second({ type: 'bring-cards', cards })
  const disk = aDisk()
  disk.refuses(boards.vision)
  await expect(second({ type: 'put-cards-back', cards })).rejects.toThrow(/answered 50/u)
  disk.refuses(undefined)
  server.pass(61_000)
  expect(await last()).toMatchObject({ type: 'cards-brought' })
  await second({ type: 'put-cards-back', cards })
  expect(await last()).toMatchObject({ type: 'cards-put-back', about: { count: 1 }, ...secondOne })
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

it('[K5a] a merge that leads nobody leads nobody either when a disk was ill at the press, over a restart', async () => {
  const { server, session, second, last, boards } = await twoFacilitators()
  const disk = aDisk()
  disk.refuses(boards.vision)
  await expect(second({ type: 'merge', leads: false })).rejects.toThrow(/answered 50/u)
  await server.app.close()
  disk.refuses(undefined)
  const next = await server.restart()
  await eventually(async () => {
    expect(await last(next.url)).toMatchObject({ type: 'boards-merged', ...secondOne })
  })
  const device = next.newDevice()
  device.cookie = session.facilitator.cookie
  const view = await device.get<SessionView>(`/api/sessions/${session.id}?as=facilitator`)
  expect(view.merge.count).toBe(1)
  expect(view.spotlight).toBeUndefined()
})

function brought(events: CourseAnswer['events']): CourseAnswer['events'] {
  return events.filter(({ type }) => type === 'cards-brought')
}

const secondOne = { by: 'facilitator', number: 2 }

/** A remark, and two facilitators; the first pressed something before. */
async function twoFacilitators() {
  const remark = await aRemark()
  const { server, session, visionId } = remark
  const { facilitator, id } = session
  const device = await withLink(server, session, 'facilitator')
  let keys = 0
  const second = (command: ClientCommand): Promise<CommandAnswer> => {
    const body = { key: `of-the-second-${keys++}`, seenRevision: 1e9, command }
    return device.post(`/api/sessions/${id}/commands?as=facilitator`, body)
  }
  const course = async (url = server.url) => {
    const asked = await fetch(`${url}/api/sessions/${id}/course?as=facilitator`, {
      headers: { cookie: facilitator.cookie ?? '' },
    })
    return ((await asked.json()) as CourseAnswer).events
  }
  const last = async (url?: string) => (await course(url))[0]
  return { ...remark, second, course, last, boards: { vision: visionId } }
}

/** As if the power went between the vision and the session, when the second facilitator brought a card. */
function cutOffBefore(dataDir: string, sessionId: string, copy: string): void {
  const database = openDatabase(join(dataDir, 'stip.sqlite'))
  const told = database.prepare("SELECT actor FROM session_events WHERE type = 'cards-brought'")
  const { by, who } = readActor(String(told.get()?.['actor']))
  const applied = [{ id: copy, after: { gone: false }, sourcesBefore: [] }]
  const intent = { kind: 'cards', did: 'brought', count: 1, key: 'cut-off', asked: { by, who } }
  database.exec("DELETE FROM session_events WHERE type = 'cards-brought'")
  const row = JSON.stringify({ ...intent, applied })
  database.prepare('INSERT INTO intents (session_id, intent) VALUES (?, ?)').run(sessionId, row)
  database.close()
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
