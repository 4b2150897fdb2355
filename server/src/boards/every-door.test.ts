import type { Capacity, CommandBody, SessionView } from '@stip/api'
import { encodeAsk } from '@stip/sync/protocol'
import { boardAccess } from '@stip/workshop'
import type { BoardAccess } from '@stip/workshop'
import { describe, expect, it } from 'vitest'
import { Line } from '../attacks/line.ts'
import { anEveningOfRoles } from '../test/an-evening-of-roles.ts'
import type { Somebody } from '../test/an-evening-of-roles.ts'
import { aServer } from '../test/a-server.ts'
import type { Device } from '../test/device.ts'
import { everyCommand } from '../test/every-command.ts'

/** What a door says to who may not come in. */
const shut = new Set(['no-such-board', 'not-allowed', 'may-not-write'])

interface Door {
  /** Opens with this; looking on is not enough for a door that writes. */
  readonly needs: Exclude<BoardAccess, 'none'>
  readonly tries: (device: Device, boardId: string, role: Capacity) => Promise<boolean>
}

const reads = (path: (boardId: string) => string): Door => ({
  needs: 'read',
  tries: async (device, boardId, role) =>
    isOpen(await device.ask(`/api/boards/${path(boardId)}?as=${role}`)),
})

const sends = (what: string, needs: Door['needs'], body: unknown): Door => ({
  needs,
  tries: async (device, boardId, role) => {
    const options = { method: 'POST', headers, body: JSON.stringify(body) }
    return isOpen(await device.ask(`/api/boards/${boardId}/${what}?as=${role}`, options))
  },
})

const headers = { 'content-type': 'application/json' }
const aNote = { id: 'shape:note-at-every-door', zone: 'shape:nowhere', words: 'Meer groen' }

/** Every address with a board in it. A new one that is missing here fails the test below. */
const doors: Readonly<Record<string, Door>> = {
  'POST /api/boards/{boardId}/ticket': sends('ticket', 'read', {}),
  'GET /api/boards/{boardId}/export.tldr': reads((id) => `${id}/export.tldr`),
  'GET /api/boards/{boardId}/export.csv': reads((id) => `${id}/export.csv`),
  'GET /api/boards/{boardId}/export.json': reads((id) => `${id}/export.json`),
  'GET /api/boards/{boardId}/miniature': reads((id) => `${id}/miniature`),
  'POST /api/boards/{boardId}/notes': sends('notes', 'write', aNote),
  'GET /api/boards/{boardId}/moments': reads((id) => `${id}/moments`),
  'GET /api/boards/{boardId}/moments/{moment}': reads((id) => `${id}/moments/1`),
  'GET /api/boards/{boardId}/records/{recordId}/provenance': reads(
    (id) => `${id}/records/shape:note/provenance`,
  ),
  // No image: who may add one is told that it is none.
  'POST /api/boards/{boardId}/images': sends('images', 'write', 'no image'),
}

/** What is told of a session, and how: what it says of boards follows the policy too. */
const tellsOfBoards: Readonly<Record<string, 'boards' | 'no boards'>> = {
  'GET /api/sessions/{sessionId}': 'boards',
  'GET /api/sessions/{sessionId}/parts': 'boards',
  'GET /api/sessions/{sessionId}/feed': 'boards',
  'GET /api/sessions/{sessionId}/miniatures': 'boards',
  'POST /api/sessions/{sessionId}/commands': 'boards',
  'GET /api/assets/{sessionId}/{name}': 'boards',
  'GET /api/sessions/{sessionId}/agenda/{hash}': 'no boards',
  'GET /api/sessions/{sessionId}/course': 'no boards',
  'GET /api/sessions/{sessionId}/links': 'no boards',
  'POST /api/sessions/{sessionId}/links/renew': 'no boards',
  'POST /api/sessions/{sessionId}/screens': 'no boards',
  'POST /api/sessions/{sessionId}/grants': 'no boards',
  'DELETE /api/sessions/{sessionId}/grants/participant': 'no boards',
  'GET /api/sessions/{sessionId}/questions/{questionId}/ballot': 'no boards',
  'POST /api/sessions/{sessionId}/questions/{questionId}/ballot': 'no boards',
  'GET /api/sessions/{sessionId}/my-notes': 'boards',
  'POST /api/sessions/{sessionId}/my-notes/verify': 'no boards',
  'GET /api/sessions/{sessionId}/proposals': 'boards',
  'GET /api/sessions/{sessionId}/collect-news': 'boards',
  'GET /api/sessions/{sessionId}/missing': 'boards',
  'GET /api/sessions/{sessionId}/rehearsal': 'no boards',
  // Of what was saved for all who were there: nothing private is in a version, and no board is opened.
  'GET /api/sessions/{sessionId}/vision/{version}/document.{format}': 'no boards',
  'GET /api/sessions/{sessionId}/vision/{version}/participation.{format}': 'no boards',
  // Of boards that the room shares only, for who leads, once it is over: see archive.test.ts.
  'GET /api/sessions/{sessionId}/archive.zip': 'no boards',
  'POST /api/sessions/{sessionId}/rehearsal': 'no boards',
  'DELETE /api/sessions/{sessionId}/rehearsal': 'no boards',
}

type Evening = Awaited<ReturnType<typeof anEveningOfRoles>>

const evenings: Readonly<Record<string, (evening: Evening) => Promise<unknown>>> = {
  'in groups': async () => undefined,
  'while they share, after a merge': async ({ session }) => {
    await session.command({ type: 'merge' })
    const { steps } = await session.view()
    const position = steps.findIndex(({ kind }) => kind === 'share')
    await session.command({ type: 'go-to-step', position })
    await session.command({ type: 'spotlight', boardId: null })
  },
  'while boards of groups are frozen': async ({ session }) =>
    session.command({ type: 'freeze-groups', on: true }),
  'after the end': async ({ session }) => session.command({ type: 'end-session' }),
}

describe('[P17] every door to a board', () => {
  it('is in the list', async () => {
    const server = await aServer()
    const api = await server.newDevice().get<{ paths: Record<string, object> }>('/api/openapi.json')
    const all = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const toBoards = all.filter((each) => each.includes('{boardId}'))
    expect(toBoards.toSorted()).toEqual(Object.keys(doors).toSorted())
    const others = all.filter((each) => /\{(sessionId|name)\}/.test(each))
    expect(others.toSorted()).toEqual(Object.keys(tellsOfBoards).toSorted())
  })

  it.each(Object.keys(evenings))('opens to whom the policy says, %s', async (name) => {
    const server = await aServer()
    const evening = await anEveningOfRoles(server)
    await evening.session.command({ type: 'allow-images', on: true })
    await evenings[name]?.(evening)
    const stored = evening.stored()
    const stranger = server.newDevice()
    for (const { id, kind, groupId } of stored.boards) {
      for (const somebody of evening.everybody) {
        const access = boardAccess(stored, somebody.actor, id)
        const where = `${somebody.name} at ${kind} ${groupId === undefined ? '' : 'of a group'}`
        // oxlint-disable-next-line no-await-in-loop
        const found = await triedBy(somebody, id)
        expect({ where, ...found }).toEqual({ where, ...expected(access) })
        // oxlint-disable-next-line no-await-in-loop
        const seen = await atTheSocket(somebody.device, `/sync/${id}?as=${somebody.role}`)
        expect({ where, seen }).toEqual({ where, seen: access !== 'none' })
      }
    }
    for (const role of ['facilitator', 'participant', 'observer', 'wall', 'scribe'] as const) {
      const nobody = { name: 'a stranger', device: stranger, role }
      // oxlint-disable-next-line no-await-in-loop
      expect(await triedBy(nobody, evening.plenaryId)).toEqual(expected('none'))
    }
  })

  it('says of boards what the policy says, and names no private one to others', async () => {
    const server = await aServer()
    const evening = await anEveningOfRoles(server)
    const { session, everybody } = evening
    const stored = evening.stored()
    const own = stored.boards.flatMap(({ kind, id }) => (kind === 'private' ? [id] : []))
    const named = (text: string): boolean[] => own.map((id) => text.includes(id))
    // A scribe is told what they are told as a participant.
    for (const { name, device, role, actor } of everybody.filter(
      (each) => each.role !== 'scribe',
    )) {
      const may = (id: string): boolean => boardAccess(stored, actor, id) !== 'none'
      const at = `/api/sessions/${session.id}`
      // oxlint-disable-next-line no-await-in-loop
      const view = await device.get<SessionView>(`${at}?as=${role}`)
      const shown = [...view.boards, ...(view.ownBoards ?? [])].map(({ id }) => id)
      const readable = stored.boards.map(({ id }) => id).filter(may)
      expect([name, ...shown.toSorted()]).toEqual([name, ...readable.toSorted()])
      for (const address of [
        `${at}?as=${role}`,
        `${at}/parts?as=${role}`,
        `${at}/miniatures?as=${role}`,
      ]) {
        // oxlint-disable-next-line no-await-in-loop
        const text = JSON.stringify(await device.get(address))
        expect([address, ...named(text)]).toEqual([address, ...own.map(may)])
      }
      // oxlint-disable-next-line no-await-in-loop
      const told = await firstOfFeed(device, `${at}/feed?as=${role}&parts=1`)
      expect([name, ...named(told)]).toEqual([name, ...own.map(may)])
    }
  })

  it('takes no command about a private board from who leads', async () => {
    const server = await aServer()
    const { session, anna, stored } = await anEveningOfRoles(server)
    const boardId = stored().boards.find(({ kind }) => kind === 'private')?.id ?? ''
    const about = { personId: anna.personId, groupId: anna.group.id, boardId }
    const commands = [
      ...everyCommand(about),
      { type: 'show-on-wall', choice: { kind: 'board', boardId } } as const,
    ].filter((command) => JSON.stringify(command).includes(boardId))
    expect(commands.length).toBeGreaterThanOrEqual(7)
    for (const [number, command] of commands.entries()) {
      const body: CommandBody = { key: `private-${number}`, seenRevision: 1e9, command }
      const path = `/api/sessions/${session.id}/commands?as=facilitator`
      // oxlint-disable-next-line no-await-in-loop
      const refused = await session.facilitator.postRefused(path, body)
      expect([command.type, refused.code]).toEqual([command.type, 'no-such-board'])
    }
  })
})

function expected(access: BoardAccess): Record<string, boolean> {
  const opens = ({ needs }: Door): boolean =>
    needs === 'write' ? access === 'write' : access !== 'none'
  return Object.fromEntries(Object.entries(doors).map(([name, door]) => [name, opens(door)]))
}

async function triedBy(
  { device, role }: Pick<Somebody, 'device' | 'role'>,
  boardId: string,
): Promise<Record<string, boolean>> {
  const found = await Promise.all(
    Object.entries(doors).map(
      async ([name, { tries }]) => [name, await tries(device, boardId, role)] as const,
    ),
  )
  return Object.fromEntries(found)
}

async function isOpen(answer: Response): Promise<boolean> {
  const text = await answer.text()
  return answer.ok || !shut.has((JSON.parse(text) as { code: string }).code)
}

/** Whether somebody is told what is on a board. */
async function atTheSocket(device: Device, path: string): Promise<boolean> {
  const line = new Line(device.socket(path))
  line.socket.on('open', () => line.say(encodeAsk(Uint8Array.of(0))))
  const isTold = await line
    .until(() => line.answers > 0)
    .then(
      () => true,
      () => false,
    )
  line.leave()
  return isTold
}

/** All that a screen is told when it comes. */
function firstOfFeed(device: Device, path: string): Promise<string> {
  const socket = device.socket(path)
  let told = ''
  return new Promise((resolve) => {
    socket.on('message', (data: Buffer) => {
      told += data.toString()
      // What belongs together comes with `more`, all but the last.
      if (data.toString().includes('"more":true')) return
      socket.terminate()
      resolve(told)
    })
  })
}
