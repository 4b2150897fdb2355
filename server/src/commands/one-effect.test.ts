import type { ClientCommand, SessionView } from '@stip/api'
import { expect, it } from 'vitest'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import type { Device } from '../test/device.ts'
import { commandTypes, everyCommand } from '../test/every-command.ts'

/** Refused in this evening: there is no remark or moment that they could be about. */
const refusedHere: readonly ClientCommand['type'][] = [
  'bring-cards',
  'put-back',
  'restore-board',
  'take-away',
  'undo-restore',
]

it('[K1] [K34] whatever the command, the same key again has no second effect, over a restart too', async () => {
  const server = await aServer()
  const { session, inGroups, plenaryId } = await aSessionInGroups(server)
  const [anna, bram] = inGroups
  const about = {
    personId: anna?.personId ?? '',
    groupId: bram?.group.id ?? '',
    boardId: plenaryId,
  }
  const path = `/api/sessions/${session.id}/commands?as=facilitator`
  const sent = new Map<string, { readonly request: RequestInit; readonly answer: unknown }>()
  for (const command of everyCommand(about)) {
    // One after the other: what each does rests on what was done before.
    // oxlint-disable-next-line no-await-in-loop
    const { sessionRevision: seenRevision } = await session.view()
    const request = asJson({ key: `key-of-${command.type}`, seenRevision, command })
    // oxlint-disable-next-line no-await-in-loop
    const first = await answerTo(session.facilitator, path, request)
    if (first !== undefined) sent.set(command.type, { request, answer: first })
  }
  const others = commandTypes.filter((type) => !sent.has(type))
  expect(others.toSorted()).toEqual(refusedHere)
  const before = lasting(await session.view())

  const next = await server.restart()
  const device = next.newDevice()
  device.cookie = session.facilitator.cookie
  for (const { request, answer } of sent.values()) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await answerTo(device, path, request)).toEqual(answer)
  }
  expect(lasting(await session.view(device))).toEqual(before)
})

/** Undefined when it is refused. */
async function answerTo(device: Device, path: string, request: RequestInit): Promise<unknown> {
  const answer = await device.ask(path, request)
  const body = (await answer.json()) as unknown
  return answer.ok ? body : undefined
}

/** What a view shows, without what every view or start has anew. */
function lasting(view: SessionView): object {
  return { ...view, revision: 0, now: 0, joinUrl: '' }
}

function asJson(body: object): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}
