import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { below, seededRandom } from '@stip/primitives'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import { BoardClient } from '../../test/board-client.ts'
import { eventually } from '../../test/eventually.ts'
import { SqliteUpdateLog } from './sqlite-update-log.ts'

const threads = vi.hoisted(() => [] as Worker[])

vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>()
  class KnownWorker extends real.Worker {
    constructor(...parameters: ConstructorParameters<typeof real.Worker>) {
      super(...parameters)
      if (String(parameters[0]).includes('log-thread')) threads.push(this)
    }
  }
  return { ...real, Worker: KnownWorker }
})

describe('the thread of the log', () => {
  it.each(['is killed', 'breaks'] as const)(
    '[L14] that %s is started again; what was said of every entry is true',
    async (what) => {
      const folder = aFolder()
      const log = new SqliteUpdateLog(folder)
      onTestFinished(() => log.close())
      const interruptions = vi.fn<(reason: Error) => void>()
      log.onInterrupted(interruptions)
      const random = seededRandom(14)
      const boards = ['noord', 'zuid']
      for (const board of boards) {
        // oxlint-disable-next-line no-await-in-loop
        expect(await log.read(board)).toEqual([])
      }
      const said = new Map(boards.map((board) => [board, [] as number[]]))
      let number = 0
      for (let round = 0; round < 12; round++) {
        const asked = Array.from({ length: 1 + below(random, 6) }, () => {
          const board = boards[below(random, 2)] ?? ''
          const mine = ++number
          const entries = [{ author: 'anna', update: Uint8Array.of(mine) }]
          return log.append(board, entries).then(
            () => said.get(board)?.push(mine),
            () => undefined,
          )
        })
        // A moment of chance: before, in or after the commit.
        for (let turn = below(random, 4); turn > 0; turn--) {
          // oxlint-disable-next-line no-await-in-loop
          await new Promise((next) => setImmediate(next))
        }
        if (what === 'is killed') void threads.at(-1)?.terminate()
        else threads.at(-1)?.postMessage(undefined)
        // oxlint-disable-next-line no-await-in-loop
        await Promise.all(asked)
        // oxlint-disable-next-line no-await-in-loop
        await eventually(() => log.append('west', [{ author: 'bram', update: Uint8Array.of(1) }]))
      }
      for (const board of boards) {
        // oxlint-disable-next-line no-await-in-loop
        const entries = await log.read(board)
        expect(entries.map(({ update }) => update[0])).toEqual(said.get(board))
      }
      expect(interruptions.mock.calls.length).toBeGreaterThanOrEqual(10)
    },
  )

  it('[W11] goes, and boards go on by themselves with everything that people saw', async () => {
    const server = await aServer()
    const { session, inGroups } = await aSessionInGroups(server)
    const [anna] = inGroups
    if (anna === undefined) throw new Error('There are three groups.')
    const writer = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
    const watching = new BoardClient(
      session.facilitator.socket(`/sync/${anna.boardId}?as=facilitator`),
    )
    await Promise.all([writer.synced, watching.synced])
    writer.write('before')
    await eventually(() => expect(watching.notes).toEqual(['shape:before']))
    for (const name of ['one', 'two']) {
      void threads.at(-1)?.terminate()
      writer.write(name)
      // oxlint-disable-next-line no-await-in-loop
      await eventually(() => expect(watching.notes).toContain(`shape:${name}`))
    }
    await session.command({ type: 'merge' })
    const next = await server.restart()
    const device = next.newDevice()
    device.cookie = session.facilitator.cookie
    const again = new BoardClient(device.socket(`/sync/${anna.boardId}?as=facilitator`))
    await again.synced
    await eventually(() => expect(again.notes.toSorted()).toEqual(watching.notes.toSorted()))
  })
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stip-log-thread-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
