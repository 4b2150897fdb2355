import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aServer, aSession } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { eventually } from '../test/eventually.ts'
import { BoardThread } from './board-thread.ts'
import { Exporter } from './exporter.ts'

describe('taking boards home', () => {
  it('[X33] is made once for each state of a board', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { boards } = await session.view()
    const boardId = boards[0]?.id ?? ''
    const board = new BoardClient(session.facilitator.socket(`/sync/${boardId}?as=facilitator`))
    await board.synced
    board.write('one', 'Een bank bij de vijver')
    const table = `/api/boards/${boardId}/export.csv?as=facilitator`
    await eventually(async () => {
      expect(await (await session.facilitator.ask(table)).text()).toContain('vijver')
    })
    const thread = new BoardThread(server.dataDir)
    onTestFinished(() => thread.close())
    const exporter = new Exporter(thread)
    const asker = { session: session.id, person: 'Anna' }
    const wanted = { boardId, sessionId: session.id, format: 'csv' } as const
    const first = await exporter.make(asker, wanted)
    // The very same bytes, not a second file that is equal.
    expect(await exporter.make(asker, wanted)).toBe(first)
    const asJson = await exporter.make(asker, { ...wanted, format: 'json' })
    expect(JSON.parse(new TextDecoder().decode(asJson))).toMatchObject({ format: 'stip-board' })
    board.write('two', 'Meer bomen')
    await eventually(async () => {
      const next = await exporter.make(asker, wanted)
      expect(new TextDecoder().decode(next)).toContain('bomen')
    })
  })

  it('[X33] refuses who asks for too much at once with a sentence and when to come back', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { device } = await session.newParticipant()
    const { boards } = await session.view()
    const path = `/api/boards/${boards[0]?.id}/export.json?as=`
    const many = Array.from({ length: 60 }, () => session.facilitator.ask(`${path}facilitator`))
    const other = await device.ask(`${path}participant`)
    const answers = await Promise.all(many)
    const refusals = answers.filter(({ status }) => status === 503)
    expect(refusals.length).toBeGreaterThan(0)
    expect(refusals[0]?.headers.get('retry-after')).toBe('5')
    expect(await refusals[0]?.json()).toMatchObject({ code: 'busy' })
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(20)
    expect(other.status).toBe(200)
  })

  it('[X33] goes on when the thread ends', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { boards } = await session.view()
    const boardId = boards[0]?.id ?? ''
    await session.facilitator.ask(`/api/boards/${boardId}/export.json?as=facilitator`)
    const thread = new BoardThread(server.dataDir)
    onTestFinished(() => thread.close())
    const exporter = new Exporter(thread)
    const asker = { session: session.id, person: 'Anna' }
    const wanted = { boardId, sessionId: session.id, format: 'json' } as const
    const cutOff = exporter.make(asker, wanted)
    const next = exporter.make(asker, wanted)
    // The first has its turn.
    await setImmediate()
    await thread.end()
    await expect(cutOff).rejects.toThrow('ended')
    expect((await next).length).toBeGreaterThan(0)
  })
})
