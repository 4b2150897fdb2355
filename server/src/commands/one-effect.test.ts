import type { ClientCommand, SessionView } from '@stip/api'
import { whoMayGive } from '@stip/workshop'
import { expect, it } from 'vitest'
import { aClosedQuestion } from '../test/a-question.ts'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import type { Device } from '../test/device.ts'
import { commandTypes, everyCommand } from '../test/every-command.ts'

/** Refused in this evening: there is no remark, critique, moment or person without a phone that they could be about. */
const refusedHere: readonly ClientCommand['type'][] = [
  'answer-critique',
  'ask-about',
  'bring-cards',
  'lower-hand-for',
  'put-back',
  'raise-hand-for',
  'restore-board',
  'save-version',
  'take-away',
  'undo-restore',
]

it('[K1] [K34] whatever the command, the same key again has no second effect, over a restart too', async () => {
  const server = await aServer()
  const { session, inGroups, plenaryId } = await aSessionInGroups(server)
  const [anna, bram] = inGroups
  // Nobody whose screen never opened.
  await session.view(anna?.device, 'participant')
  const about = {
    personId: anna?.personId ?? '',
    groupId: bram?.group.id ?? '',
    boardId: plenaryId,
    questionId: await aClosedQuestion(session),
  }
  const sent = new Map<string, Sent>()
  const cookies = { facilitator: session.facilitator.cookie, participant: anna?.device.cookie }
  for (const command of everyCommand(about)) {
    // One after the other: what each does rests on what was done before.
    // oxlint-disable-next-line no-await-in-loop
    const { sessionRevision: seenRevision } = await session.view()
    const request = asJson({ key: `key-of-${command.type}`, seenRevision, command })
    // oxlint-disable-next-line no-await-in-loop
    const role = roleFor(command.type)
    const path = `/api/sessions/${session.id}/commands?as=${role}`
    const device = role === 'participant' && anna ? anna.device : session.facilitator
    // oxlint-disable-next-line no-await-in-loop
    const first = await answerTo(device, path, request)
    if (first !== undefined) sent.set(command.type, { role, path, request, answer: first })
  }
  const others = commandTypes.filter((type) => !sent.has(type))
  expect(others.toSorted()).toEqual(refusedHere)
  const before = lasting(await session.view())

  const next = await server.restart()
  const device = next.newDevice()
  for (const { role, path, request, answer } of sent.values()) {
    device.cookie = cookies[role]
    // oxlint-disable-next-line no-await-in-loop
    expect(await answerTo(device, path, request)).toEqual(answer)
  }
  device.cookie = cookies.facilitator
  expect(lasting(await session.view(device))).toEqual(before)
})

interface Sent {
  readonly role: 'facilitator' | 'participant'
  readonly path: string
  readonly request: RequestInit
  readonly answer: unknown
}

/** One who may give it. */
function roleFor(type: ClientCommand['type']): Sent['role'] {
  const givenBy = whoMayGive().get(type) ?? ['facilitator']
  return givenBy.includes('facilitator') ? 'facilitator' : 'participant'
}

/** Undefined when it is refused. */
async function answerTo(device: Device, path: string, request: RequestInit): Promise<unknown> {
  const answer = await device.ask(path, request)
  const body = (await answer.json()) as unknown
  return answer.ok ? body : undefined
}

/** What a view shows, without what every view or start has anew. */
function lasting(view: SessionView): object {
  const people = view.people?.map((person) => ({ ...person, isConnected: false }))
  // Ballots do not outlive a start.
  const questions = view.questions?.map((question) => ({ ...question, canReopen: false }))
  return { ...view, people, questions, question: undefined, revision: 0, now: 0, joinUrl: '' }
}

function asJson(body: object): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}
