import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { whoMayGive } from '@stip/workshop'
import { expect, it, onTestFinished } from 'vitest'
import { aClosedQuestion } from '../test/a-question.ts'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import { Device } from '../test/device.ts'
import { commandTypes, everyCommand } from '../test/every-command.ts'

it('[K34] whatever the command, cut off before its answer: it is done, and done once when it is sent again', async () => {
  const server = await aServer()
  const { session, inGroups, plenaryId } = await aSessionInGroups(server)
  const [anna, bram] = inGroups
  if (anna === undefined || bram === undefined) throw new Error('There are three groups.')
  const about = {
    personId: bram.personId,
    groupId: anna.group.id,
    boardId: plenaryId,
    questionId: await aClosedQuestion(session),
  }
  // Somebody who wants to be heard already.
  await bram.device.post(`/api/sessions/${session.id}/commands?as=participant`, {
    key: 'hand-of-bram',
    seenRevision: 1e9,
    command: { type: 'raise-hand' },
  })
  const cutting = await aCuttingLine(server.url)
  const changed: string[] = []
  for (const command of everyCommand(about)) {
    const isFacilitators = whoMayGive().get(command.type)?.includes('facilitator') ?? true
    const device = isFacilitators ? session.facilitator : anna.device
    const role = isFacilitators ? 'facilitator' : 'participant'
    const path = `/api/sessions/${session.id}/commands?as=${role}`
    const overCut = new Device(cutting)
    overCut.cookie = device.cookie
    // One after the other: what each does rests on what was done before.
    // oxlint-disable-next-line no-await-in-loop
    const before = await session.view()
    const request = asJson({
      key: `cut-off-${command.type}`,
      seenRevision: before.sessionRevision,
      command,
    })
    // oxlint-disable-next-line no-await-in-loop
    await expect(overCut.ask(path, request)).rejects.toThrow('fetch failed')
    // oxlint-disable-next-line no-await-in-loop
    const after = await session.view()
    // oxlint-disable-next-line no-await-in-loop
    const again = await device.ask(path, request)
    if (after.sessionRevision > before.sessionRevision) changed.push(command.type)
    // What was refused without an answer is refused with one.
    expect(changed.includes(command.type) ? again.status : 200).toBe(200)
    // oxlint-disable-next-line no-await-in-loop
    expect({ ...(await session.view()), ...anew }).toEqual({ ...after, ...anew })
  }
  const others = commandTypes.filter((type) => !changed.includes(type))
  expect(others.toSorted()).toEqual(withoutEffect)
})

/**
 * There is no card, moment, statement, critique or remark that they could be about here, see `failing-stores.test.ts`; no two
 * cards that could lie on a stack or in a cluster; and nobody without a phone, for whom a scribe raises a hand.
 */
const withoutEffect = [
  'answer-critique',
  'ask-about',
  'bring-cards',
  'choose-words',
  'cluster-cards',
  'lower-hand-for',
  'lower-hands',
  'name-cluster',
  'put-back',
  'put-cards-back',
  'raise-hand-for',
  'restore-board',
  'save-version',
  'show-question',
  'split-stack',
  'stack-cards',
  'take-away',
  'uncluster-cards',
  'undo-restore',
]

/** What every view has anew. */
const anew = { revision: 0, now: 0 }

/** An address that lets every request through, and breaks off as soon as there is an answer. */
async function aCuttingLine(url: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const line = createServer((from) => {
    const to = connect(Number(port), hostname)
    from.pipe(to)
    to.on('data', () => {
      from.destroy()
      to.destroy()
    })
    for (const end of [from, to]) end.on('error', () => undefined)
  })
  await new Promise<void>((done) => {
    line.listen(0, '127.0.0.1', done)
  })
  onTestFinished(() => void line.close())
  return `http://127.0.0.1:${(line.address() as AddressInfo).port}`
}

function asJson(body: object): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}
