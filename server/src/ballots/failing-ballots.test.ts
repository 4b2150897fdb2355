import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { ClientCommand, SessionView } from '@stip/api'
import { expect, it } from 'vitest'
import { aServer, aSession } from '../test/a-server.ts'
import { ballotPath, no } from '../test/a-question.ts'
import { anIllStore, illnesses } from '../test/an-ill-store.ts'
import { eventually } from '../test/eventually.ts'

/** More calls than asking, answering and closing make. */
const MOST_CALLS = 40

it.each(illnesses)(
  '[K15] [BT3] [BT4] a store that refuses %s, at every call in turn, leaves questions and ballots whole or not at all',
  async (illness) => {
    let server = await aServer({}, undefined, {}, undefined, undefined, true)
    const session = await aSession(server)
    const anna = await session.newParticipant('Anna')
    let [desk, phone] = [session.facilitator, anna.device]
    const view = (): Promise<SessionView> => desk.get(`/api/sessions/${session.id}?as=facilitator`)
    let keys = 0
    const sends = async (device: typeof desk, path: string, body: object): Promise<boolean> => {
      const headers = { 'content-type': 'application/json' }
      const answer = await device.ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
      expect([200, 409, 500, 503]).toContain(answer.status)
      return answer.status === 200
    }
    const gives = async (command: ClientCommand): Promise<boolean> => {
      const { sessionRevision: seenRevision } = await view()
      const path = `/api/sessions/${session.id}/commands?as=facilitator`
      return sends(desk, path, { key: `try-key-${keys++}`, seenRevision, command })
    }
    const openQuestion = async () => (await view()).questions?.find(({ isOpen }) => isOpen)
    /** Asks, answers and closes, as far as that goes; gives whether the ballot was taken. */
    const goesRound = async (wasTaken: boolean): Promise<boolean> => {
      if ((await openQuestion()) === undefined) await gives(ask)
      const question = await openQuestion()
      if (question === undefined) return false
      const isTaken = await sends(phone, ballotPath(session.id, question.id), no('Te duur'))
      await gives({ type: 'close-question', questionId: question.id })
      return isTaken || wasTaken
    }
    const store = anIllStore()
    for (let call = 1; call < MOST_CALLS; call++) {
      store.failFrom(call, illness)
      // oxlint-disable-next-line no-await-in-loop
      const isTaken = await goesRound(false)
      if (illness === 'until a restart') {
        // oxlint-disable-next-line no-await-in-loop
        await server.app.close()
        store.mend()
        const [{ cookie: ofDesk }, { cookie: ofPhone }] = [desk, phone]
        // oxlint-disable-next-line no-await-in-loop
        server = await server.restart()
        desk = server.newDevice()
        phone = server.newDevice()
        desk.cookie = ofDesk
        phone.cookie = ofPhone
      }
      const wasHit = store.mend()
      // oxlint-disable-next-line no-await-in-loop
      const open = await openQuestion()
      // oxlint-disable-next-line no-await-in-loop
      const { ballots } = await view()
      // What was answered 200 counts, and what was refused may have been stored or not.
      expect(open === undefined || !isTaken ? 1 : ballots?.answered).toBe(1)
      // What was refused can be done now.
      // oxlint-disable-next-line no-await-in-loop
      await goesRound(isTaken)
      server.pass(61_000)
      server.pass(61_000)
      // oxlint-disable-next-line no-await-in-loop
      await eventually(async () => {
        expect(await openQuestion()).toBeUndefined()
        expect(leftIn(server.dataDir)).toEqual([0, 0])
      })
      // oxlint-disable-next-line no-await-in-loop
      await gives(ask)
      // oxlint-disable-next-line no-await-in-loop
      const next = await openQuestion()
      // oxlint-disable-next-line no-await-in-loop
      await gives({ type: 'close-question', questionId: next?.id ?? '' })
      // oxlint-disable-next-line no-await-in-loop
      const { questions = [] } = await view()
      expect(questions.every(({ isOpen }) => !isOpen)).toBe(true)
      if (!wasHit) return
    }
    throw new Error('It makes more calls than a test should look at.')
  },
)

const ask = {
  type: 'ask',
  topic: 'poll',
  kind: 'consent',
  items: [{ id: 'zin', text: 'Wij laten los' }],
} satisfies ClientCommand

/** How many questions there are with ballots on the disk, and how many ballots. */
function leftIn(dataDir: string): readonly unknown[] {
  const database = new DatabaseSync(join(dataDir, 'stip.sqlite'), { readOnly: true })
  const left = ['ballot_boxes', 'ballots'].map(
    (table) => database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count'],
  )
  database.close()
  return left
}
