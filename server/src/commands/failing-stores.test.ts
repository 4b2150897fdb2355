import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AssetAnswer, ClientCommand, MomentsAnswer, SessionView } from '@stip/api'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { aServer, aSession, aSessionInGroups } from '../test/a-server.ts'
import type { TestServer } from '../test/a-server.ts'
import { anIllStore, illnesses } from '../test/an-ill-store.ts'
import type { Illness } from '../test/an-ill-store.ts'
import { BoardClient } from '../test/board-client.ts'
import type { Device } from '../test/device.ts'
import { eventually } from '../test/eventually.ts'

/** More calls than any command makes. */
const MOST_CALLS = 40

describe.each(illnesses)('a store that refuses %s, at every call in turn', (illness) => {
  it('[K15] leaves a merge and its undoing whole or not at all', async () => {
    const evening = await anEvening()
    const calls = await throughAllCalls(illness, evening, async () => {
      const { merge } = await evening.view()
      await evening.tries({ type: merge.count > 0 ? 'undo-merge' : 'merge' })
    })
    expect(calls).toBeGreaterThan(2)
  })

  it('[K15] leaves a restore and its undoing whole or not at all', async () => {
    const evening = await anEvening()
    const moment = await evening.momentBeforeLater()
    let isBack = false
    const calls = await throughAllCalls(illness, evening, async () => {
      const isThere = evening.plenary.notes.includes('shape:later')
      if (isThere) {
        await evening.tries({ type: 'restore-board', boardId: evening.plenaryId, moment })
        isBack = true
      } else if (isBack) {
        const last = (await evening.moments()).findLast(({ reason }) => reason.kind === 'restore')
        const undo = { type: 'undo-restore', boardId: evening.plenaryId } as const
        await evening.tries({ ...undo, moment: last?.number ?? 0 })
      }
    })
    expect(calls).toBeGreaterThan(2)
  })

  it('[K15] [K4] leaves a step with its zones', async () => {
    const evening = await anEvening()
    const calls = await throughAllCalls(illness, evening, async () => {
      const { position } = await evening.view()
      await evening.tries({ type: 'go-to-step', position: position + 1 })
    })
    expect(calls).toBeGreaterThan(2)
  })
})

it('[K15] an image that cannot be noted is not kept either', async () => {
  const server = await aServer({}, undefined, {}, undefined, undefined, true)
  const { session, plenaryId } = await aSessionInGroups(server)
  await session.command({ type: 'allow-images', on: true })
  const store = anIllStore()
  store.failFrom(1, 'until it is well')
  expect((await uploadTo(plenaryId, session.facilitator)).status).toBe(500)
  expect(readdirSync(join(server.dataDir, 'assets', session.id))).toEqual([])
  store.mend()
  const answer = (await (await uploadTo(plenaryId, session.facilitator)).json()) as AssetAnswer
  expect((await session.facilitator.ask(answer.src)).status).toBe(200)
})

it('[K15] a session that cannot be begun, and somebody who cannot come in, leave nothing', async () => {
  const server = await aServer({}, undefined, {}, undefined, undefined, true)
  const session = await aSession(server)
  const store = anIllStore()
  for (let call = 1; call < MOST_CALLS; call++) {
    const device = server.newDevice()
    store.failFrom(call, 'for one call')
    // oxlint-disable-next-line no-await-in-loop
    const begun = await device.ask('/api/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'proefrondje', title: 'Visie', groupCount: 2 }),
    })
    // oxlint-disable-next-line no-await-in-loop
    const joined = await device.ask('/api/join', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: session.code, name: `p${call}`, background: 'other' }),
    })
    const wasHit = store.mend()
    // oxlint-disable-next-line no-await-in-loop
    const { grants } = await device.get<{ grants: { role: string }[] }>('/api/me')
    expect(grants.filter(({ role }) => role === 'facilitator')).toHaveLength(begun.ok ? 1 : 0)
    expect(grants.filter(({ role }) => role === 'participant')).toHaveLength(joined.ok ? 1 : 0)
    // oxlint-disable-next-line no-await-in-loop
    const { people = [] } = await session.view()
    expect(people.filter(({ name }) => name === `p${call}`)).toHaveLength(joined.ok ? 1 : 0)
    if (!wasHit) return
  }
  throw new Error('It makes more calls than a test should look at.')
})

/** Does something again and again, while a later call of a store fails each time, until none is hit; returns how many were. */
async function throughAllCalls(
  illness: Illness,
  evening: Awaited<ReturnType<typeof anEvening>>,
  act: () => Promise<void>,
): Promise<number> {
  const store = anIllStore()
  for (let call = 1; call < MOST_CALLS; call++) {
    store.failFrom(call, illness)
    // oxlint-disable-next-line no-await-in-loop
    await act()
    // oxlint-disable-next-line no-await-in-loop
    if (illness === 'until a restart') await evening.restart(() => store.mend())
    const wasHit = store.mend()
    evening.server.pass(61_000)
    // oxlint-disable-next-line no-await-in-loop
    await eventually(async () => expect(await evening.differences()).toEqual([]))
    // What was refused can be done now.
    // oxlint-disable-next-line no-await-in-loop
    await act()
    // oxlint-disable-next-line no-await-in-loop
    await eventually(async () => expect(await evening.differences()).toEqual([]))
    if (!wasHit) return call - 1
  }
  throw new Error('It makes more calls than a test should look at.')
}

async function anEvening() {
  let server: TestServer = await aServer({}, undefined, {}, undefined, undefined, true)
  const { session, inGroups, visionId, plenaryId, besideId } = await aSessionInGroups(server)
  const { cookie } = session.facilitator
  let device = session.facilitator
  let [vision, plenary] = [open(device, visionId), open(device, plenaryId)]
  let beside = open(device, besideId)
  await Promise.all([vision.synced, plenary.synced, beside.synced])
  for (const { device: own, boardId } of inGroups) {
    const board = new BoardClient(own.socket(`/sync/${boardId}?as=participant`))
    // oxlint-disable-next-line no-await-in-loop
    await board.synced
    board.writeKeyCard(`of-${boardId}`)
    const reader = open(device, boardId)
    // oxlint-disable-next-line no-await-in-loop
    await eventually(() => expect(reader.notes).toHaveLength(1))
    board.socket.terminate()
    reader.socket.terminate()
  }
  let keys = 0
  const view = (): Promise<SessionView> => device.get(`/api/sessions/${session.id}?as=facilitator`)
  const moments = async (): Promise<MomentsAnswer['moments']> => {
    const path = `/api/boards/${plenaryId}/moments?as=facilitator`
    return (await device.get<MomentsAnswer>(path)).moments
  }
  return {
    get server() {
      return server
    },
    get plenary() {
      return plenary
    },
    plenaryId,
    view,
    moments,
    /** Gives a command that may be refused. */
    tries: async (command: ClientCommand): Promise<void> => {
      const { sessionRevision } = await view()
      const path = `/api/sessions/${session.id}/commands?as=facilitator`
      const answer = await device.ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key: `try-key-${keys++}`, seenRevision: sessionRevision, command }),
      })
      expect([200, 409, 500, 503]).toContain(answer.status)
    },
    momentBeforeLater: async (): Promise<number> => {
      const reader = open(device, plenaryId)
      plenary.write('early')
      await eventually(() => expect(reader.notes).toEqual(['shape:early']))
      // The end of a step keeps a moment of what was changed in it.
      const { position } = await view()
      await session.command({ type: 'go-to-step', position: position + 1 })
      await session.command({ type: 'go-to-step', position })
      await eventually(async () => expect(await moments()).not.toEqual([]))
      plenary.write('later')
      await eventually(() => expect(reader.notes).toContain('shape:later'))
      reader.socket.terminate()
      return (await moments()).at(-1)?.number ?? 0
    },
    restart: async (mend: () => void): Promise<void> => {
      await server.app.close()
      mend()
      server = await server.restart()
      device = server.newDevice()
      device.cookie = cookie
      vision = open(device, visionId)
      plenary = open(device, plenaryId)
      beside = open(device, besideId)
      await Promise.all([vision.synced, plenary.synced, beside.synced])
    },
    /** Where session and boards do not tell the same evening. */
    differences: async (): Promise<readonly string[]> => {
      const { merge, position, steps } = await view()
      const step = steps[position]
      const restores = (await moments()).filter(({ reason }) => reason.kind === 'restore')
      const titles = [...plenary.records, ...vision.records].map(({ record }) => record.id)
      const isCollected = merge.count > 0 || steps.slice(0, position + 1).some(isSharing)
      const wrong = {
        'notes of a merge on the vision': vision.notes.length !== (isCollected ? 3 : 0),
        'all notes beside each other': beside.notes.length !== (merge.count > 0 ? 3 : 0),
        'a merge that can be undone': merge.canUndo !== merge.count > 0,
        'a way back from a restore':
          restores.length === 0 &&
          plenary.notes.includes('shape:early') &&
          !plenary.notes.includes('shape:later'),
        'the title of a step on its board':
          step?.setting === 'plenary' && step.hasBoard && !titles.includes(`shape:step-${step.id}`),
      }
      return Object.entries(wrong).flatMap(([name, isWrong]) => (isWrong ? [name] : []))
    },
  }
}

function isSharing({ kind }: SessionView['steps'][number]): boolean {
  return kind === 'share'
}

function open(device: Device, boardId: string): BoardClient {
  return new BoardClient(device.socket(`/sync/${boardId}?as=facilitator`))
}

async function uploadTo(boardId: string, device: Device): Promise<Response> {
  const body = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#0B5FA5' } })
    .png()
    .toBuffer()
  return device.ask(`/api/boards/${boardId}/images?as=facilitator`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array(body),
  })
}
