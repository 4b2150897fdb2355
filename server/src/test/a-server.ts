import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientCommand, CommandAnswer, Role, SessionView } from '@stip/api'
import { seededRandom } from '@stip/primitives'
import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import { buildApp } from '../app.ts'
import type { BoardLimits } from '../boards/board-limits.ts'
import { readConfig } from '../config.ts'
import type { ServerLimits } from '../limits.ts'
import { Device } from './device.ts'

/** A server that listens on a free port of this computer, with a data folder of its own. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly url: string
  readonly dataDir: string
  /** The clock of the server; it stands still until a test moves it. */
  readonly clock: { now: number }
  /** Sets the clock of the computer, without that any time goes by. */
  setClock(ms: number): void
  /** Lets time go by: moves the clock, and does what waited for it. */
  pass(ms: number): void
  newDevice(): Device
  /** Stops this server and starts another on the same data folder, with its clock and limits set as said. */
  restart(setClockMs?: number, boardLimits?: BoardLimits): Promise<TestServer>
}

/**
 * Starts a server that stops when the test is finished.
 *
 * @param keepsTablesHere - Its stores are in the thread of the test, which can have them fail.
 */
export async function aServer(
  settings: Record<string, string> = {},
  dataDir = aDataFolder(),
  limits: Partial<ServerLimits> = {},
  startAt = Date.UTC(2026, 4, 12, 19, 0),
  boardLimits?: BoardLimits,
  keepsTablesHere = false,
): Promise<TestServer> {
  const clock = { now: startAt }
  let setMs = 0
  const waiting = new Set<{ readonly at: number; readonly action: () => void }>()
  const config = readConfig({ STIP_LOG_LEVEL: 'silent', ...settings, STIP_DATA_DIR: dataDir })
  const app = await buildApp({
    config,
    now: () => clock.now,
    elapsed: () => clock.now - setMs,
    after: (ms, action) => {
      const one = { at: clock.now - setMs + ms, action }
      waiting.add(one)
      return () => waiting.delete(one)
    },
    random: seededRandom(7),
    // A test looks as often as a slow machine lets it.
    limits: { requests: 1_000_000, ...limits },
    clientFolder: join(dataDir, 'no-client'),
    boardLimits,
    keepsTablesHere,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => app.close())
  const address = app.server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const url = `http://127.0.0.1:${port}`
  return {
    app,
    url,
    dataDir,
    clock,
    setClock: (ms) => {
      clock.now += ms
      setMs += ms
    },
    pass: (ms) => {
      clock.now += ms
      for (const one of waiting) {
        if (one.at > clock.now - setMs) continue
        waiting.delete(one)
        one.action()
      }
    },
    newDevice: () => new Device(url),
    restart: async (setClockMs = 0, nextBoardLimits = boardLimits) => {
      await app.close()
      const startAgainAt = clock.now + setClockMs
      return aServer(settings, dataDir, limits, startAgainAt, nextBoardLimits, keepsTablesHere)
    },
  }
}

function aDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stip-server-test-'))
  // Asked for before the server is: what is asked first is done last.
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A session that somebody just started, with the device of its facilitator. */
export interface TestSession {
  readonly id: string
  readonly facilitator: Device
  readonly code: string
  readonly view: (device?: Device, role?: Role) => Promise<SessionView>
  /** Gives a command and expects that it is carried out. */
  readonly command: (command: ClientCommand, key?: string) => Promise<CommandAnswer>
  /** Somebody new, on a device of their own, comes in. */
  readonly newParticipant: (name?: string) => Promise<{ device: Device; personId: string }>
}

export async function aSession(server: TestServer, groupCount = 3): Promise<TestSession> {
  const facilitator = server.newDevice()
  const body = { format: 'bijeenkomst-1-visie', title: 'Visie Sterrenveld', groupCount }
  const { sessionId } = await facilitator.post<{ sessionId: string }>('/api/sessions', body)
  const view: TestSession['view'] = (device = facilitator, role = 'facilitator') =>
    device.get(`/api/sessions/${sessionId}?as=${role}`)
  const { joinCode = '' } = await view()
  let keys = 0
  return {
    id: sessionId,
    facilitator,
    code: joinCode,
    view,
    command: async (command, key = `test-key-${keys++}`) => {
      const { sessionRevision } = await view()
      const body = { key, seenRevision: sessionRevision, command }
      return facilitator.post(`/api/sessions/${sessionId}/commands?as=facilitator`, body)
    },
    newParticipant: async (name = '') => {
      const device = server.newDevice()
      const body = { code: joinCode, name, background: 'resident' }
      const { personId } = await device.post<{ personId: string }>('/api/join', body)
      return { device, personId }
    },
  }
}

/** A session with one participant per group, in the first step that works in groups. */
export async function aSessionInGroups(server: TestServer) {
  const session = await aSession(server)
  const people = [
    await session.newParticipant('Anna'),
    await session.newParticipant('Bram'),
    await session.newParticipant('Cato'),
  ]
  await session.command({ type: 'mix-groups' })
  const { steps } = await session.view()
  const position = steps.findIndex((step) => step.setting === 'group' && step.hasBoard)
  await session.command({ type: 'go-to-step', position })
  const { boards, groups, people: seats = [] } = await session.view()
  const inGroups = groups.map((group) => {
    const personId = seats.find(({ groupId }) => groupId === group.id)?.id
    const person = people.find((each) => each.personId === personId)
    if (person === undefined) throw new Error('Every group of three has one of three people.')
    return { ...person, boardId: group.boardId, group }
  })
  const visionId = boards.find(({ kind }) => kind === 'vision')?.id ?? ''
  const plenaryId = boards.find(({ kind }) => kind === 'plenary')?.id ?? ''
  const besideId = boards.find(({ kind }) => kind === 'side-by-side')?.id ?? ''
  return { session, inGroups, visionId, plenaryId, besideId }
}
