import { join } from 'node:path'
import type { CourseAnswer, SessionView } from '@stip/api'
import { chosenOf, openConflicts, wordsOn } from '@stip/board'
import { changeFields } from '@stip/documents'
import type { BoardJson } from '@stip/documents'
import { expect, it } from 'vitest'
import { openDatabase } from '../../storage/database/database.ts'
import { aMergedEvening } from '../../test/a-merged-evening.ts'
import { aServer } from '../../test/a-server.ts'
import type { TestServer } from '../../test/a-server.ts'
import { anIllStore } from '../../test/an-ill-store.ts'
import { BoardClient } from '../../test/board-client.ts'
import type { Device } from '../../test/device.ts'
import { eventually } from '../../test/eventually.ts'

it('[D8] the words of the group come to the vision when somebody who leads chooses them, and go back', async () => {
  const { session, recordId, vision, last } = await aConflict()
  const board = await vision()
  const words = () => wordsOn(board.records.find(({ record }) => record.id === recordId)!.record)
  expect(conflictsOn(board)).toMatchObject([
    { ours: 'Van de zaal', theirs: 'Van de groep', letter: 'A' },
  ])
  await session.command({ type: 'choose-words', recordId, words: 'theirs' })
  await eventually(() => expect(words()).toBe('Van de groep'))
  expect(conflictsOn(board)).toEqual([])
  expect(await last()).toMatchObject({
    type: 'words-chosen',
    about: { id: recordId, text: 'theirs' },
    by: 'facilitator',
  })
  await session.command({ type: 'choose-words', recordId, words: 'open' })
  await eventually(() => expect(words()).toBe('Van de zaal'))
  expect(conflictsOn(board)).toHaveLength(1)
  expect(await last()).toMatchObject({ type: 'words-chosen', about: { text: 'open' } })
})

it('[D8] a choice is made once: two who press at once, the same key again, and merging again change nothing more', async () => {
  const { session, recordId, vision, course } = await aConflict()
  const board = await vision()
  await Promise.all(
    (['ours', 'theirs'] as const).map((words) =>
      session.command({ type: 'choose-words', recordId, words }, `press-of-${words}`),
    ),
  )
  const made = () => chosenOf(board.records.find(({ record }) => record.id === recordId))
  await eventually(() => expect(made()).toBeDefined())
  const chosen = made()
  await session.command({ type: 'choose-words', recordId, words: 'theirs' }, 'press-of-theirs')
  await session.command({ type: 'merge', leads: false })
  expect(made()).toBe(chosen)
  expect((await course()).filter(({ type }) => type === 'words-chosen')).toHaveLength(1)
})

it('[D8] only who leads chooses, only where there is something to choose, and not after the end', async () => {
  const { session, inGroups, recordId } = await aConflict()
  const command = { type: 'choose-words', recordId, words: 'theirs' } as const
  const path = `/api/sessions/${session.id}/commands`
  const body = { key: 'key-of-anna', seenRevision: 1e9, command }
  const asParticipant = await inGroups[0]!.device.postRefused(`${path}?as=participant`, body)
  expect(asParticipant).toMatchObject({ status: 403, code: 'not-allowed' })
  const { revision } = await session.command({ ...command, recordId: 'shape:none' })
  expect((await session.view()).sessionRevision).toBe(revision)
  const open = { ...body, key: 'key-of-open', command: { ...command, words: 'open' } }
  const asLead = await session.facilitator.postRefused(`${path}?as=facilitator`, open)
  expect(asLead).toMatchObject({ code: 'nothing-to-undo' })
  await session.command({ type: 'end-session' })
  const late = { ...body, key: 'key-of-late' }
  const over = await session.facilitator.postRefused(`${path}?as=facilitator`, late)
  expect(over).toMatchObject({ code: 'session-is-over' })
})

it.each(['ours', 'theirs'] as const)(
  '[D8] a choice (%s) that a crash cut off is noted when it reached the board, and forgotten when not',
  async (words) => {
    const { server, session, recordId, last } = await aConflict()
    await session.command({ type: 'choose-words', recordId, words })
    await server.app.close()
    const database = openDatabase(join(server.dataDir, 'stip.sqlite'))
    database.exec("DELETE FROM session_events WHERE type = 'words-chosen'")
    const intent = { kind: 'choose-words', key: 'cut-off', record: recordId, words }
    database
      .prepare('INSERT INTO intents (session_id, intent) VALUES (?, ?)')
      .run(session.id, JSON.stringify(intent))
    database.close()
    const next = await server.restart()
    await eventually(async () =>
      expect(await last(next.url)).toMatchObject({ type: 'words-chosen', about: { text: words } }),
    )
    await next.app.close()
    const again = openDatabase(join(server.dataDir, 'stip.sqlite'))
    const other = words === 'ours' ? 'theirs' : 'ours'
    again
      .prepare('INSERT INTO intents (session_id, intent) VALUES (?, ?)')
      .run(session.id, JSON.stringify({ ...intent, words: other }))
    again.close()
    const third = await next.restart()
    await eventually(async () =>
      expect(await last(third.url)).toMatchObject({ about: { text: words } }),
    )
  },
)

it.each(['for one call', 'until it is well'] as const)(
  '[D8] [K15] a choice is on the vision and in the course, or in neither, when a store refuses %s',
  async (illness) => {
    const server = await aServer({}, undefined, {}, undefined, undefined, true)
    const { session, recordId, visionId, last } = await aConflict(server)
    const { cookie } = session.facilitator
    const store = anIllStore()
    const facilitator = (): Device => {
      const device = server.newDevice()
      device.cookie = cookie
      return device
    }
    const words = { theirs: 'Van de groep', open: 'Van de zaal' } as const
    let [hits, wasHit] = [0, true]
    for (let press = 0; wasHit; press++) {
      const device = facilitator()
      const path = `/api/sessions/${session.id}`
      // oxlint-disable-next-line no-await-in-loop
      const { sessionRevision } = await device.get<SessionView>(`${path}?as=facilitator`)
      const choice = press % 2 === 0 ? 'theirs' : 'open'
      const command = { type: 'choose-words', recordId, words: choice }
      const body = { key: `ill-press-${press}`, seenRevision: sessionRevision, command }
      const send = (): Promise<Response> =>
        facilitator().ask(`${path}/commands?as=facilitator`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      store.failFrom(1 + Math.floor(press / 2), illness)
      // oxlint-disable-next-line no-await-in-loop
      await send()
      wasHit = store.mend()
      server.pass(61_000)
      // The same press again: it is so then, in both.
      // oxlint-disable-next-line no-await-in-loop
      await eventually(async () => {
        await send()
        const there = `/api/boards/${visionId}/export.json?as=facilitator`
        const { records } = await facilitator().get<BoardJson>(there)
        const event = await last()
        const noted = event?.type === 'words-chosen' ? event.about?.text : 'open'
        const shown = records.find(({ id }) => id === recordId)?.['text']
        expect([noted, shown]).toEqual([choice, words[choice]])
      })
      if (wasHit) hits++
      else if (press % 2 !== 1) wasHit = true
    }
    expect(hits).toBeGreaterThan(3)
  },
  120_000,
)

function conflictsOn(board: BoardClient) {
  const stored = new Map(board.records.map((each) => [each.record.id, each]))
  return openConflicts(
    board.records.map(({ record }) => record),
    (id) => stored.get(id)?.base,
  )
}

/** Of group A one hoofdpunt, with other words in the group and on the vision, merged again. */
async function aConflict(onServer?: TestServer) {
  const evening = await aMergedEvening(onServer)
  const { server, session, inGroups, cards } = evening
  const group = inGroups.find((each) => each.group.letter === 'A')!
  const recordId = cards.find((id) => id.includes('punt-A')) ?? ''
  const { boards } = await session.view()
  const visionId = boards.find(({ kind }) => kind === 'vision')?.id ?? ''
  const onVision = `/sync/${visionId}?as=facilitator`
  const vision = async (): Promise<BoardClient> => {
    const board = new BoardClient(session.facilitator.socket(onVision))
    await board.synced
    return board
  }
  const ofGroup = new BoardClient(group.device.socket(`/sync/${group.boardId}?as=participant`))
  const here = await vision()
  await ofGroup.synced
  changeFields(ofGroup.doc, 'shape:punt-A', text('Van de groep'))
  changeFields(here.doc, recordId, text('Van de zaal'))
  await eventually(async () => {
    const path = `/api/boards/${group.boardId}/export.json?as=facilitator`
    expect(await (await session.facilitator.ask(path)).text()).toContain('Van de groep')
    const there = `/api/boards/${visionId}/export.json?as=facilitator`
    expect(await (await session.facilitator.ask(there)).text()).toContain('Van de zaal')
  })
  await session.command({ type: 'merge', leads: false })
  const { cookie } = session.facilitator
  const course = async (url = server.url) => {
    const asked = await fetch(`${url}/api/sessions/${session.id}/course?as=facilitator`, {
      headers: { cookie: cookie ?? '' },
    })
    return ((await asked.json()) as CourseAnswer).events
  }
  const last = async (url?: string) => (await course(url))[0]
  return { ...evening, recordId, visionId, vision, course, last }
}

function text(words: string) {
  return {
    t: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
  }
}
