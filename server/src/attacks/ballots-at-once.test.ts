import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { Ballot } from '@stip/api'
import { below, seededRandom, shuffled } from '@stip/primitives'
import { expect, it } from 'vitest'
import { aServer, aSession } from '../test/a-server.ts'
import { askConsent, ballotPath, no, yes } from '../test/a-question.ts'

const PEOPLE = 250
const EACH = 40

it('[BT1] ten thousand ballots at once, forty of each person: one counts of each', async () => {
  const server = await aServer()
  const session = await aSession(server)
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => session.newParticipant()))
  const { id } = await askConsent(session)
  const random = seededRandom(20261130)
  const url = ballotPath(session.id, id)
  const sends = shuffled(
    people.flatMap((person) =>
      Array.from({ length: EACH }, (_, turn) => ({
        person,
        ballot: below(random, 2) === 0 ? yes() : no(`Reden ${turn}`),
      })),
    ),
    random,
  )
  // Some over sockets, most past them: a computer has not as many.
  const answers = await Promise.all(
    sends.map(async ({ person, ballot }, place) => {
      if (place % 20 === 0) return person.device.post<Ballot>(url, ballot)
      const host = new URL(server.url).host
      const headers = { cookie: person.device.cookie ?? '', origin: server.url, host }
      const sent = { method: 'POST', url, headers, payload: ballot } as const
      const answer = await server.app.inject(sent)
      expect(answer.statusCode).toBe(200)
      return answer.json<Ballot>()
    }),
  )
  expect(answers.every((answer) => answer.answers.length === 1)).toBe(true)
  const last = await Promise.all(people.map(({ device }) => device.get<Ballot>(url)))
  const lives = last.filter((each) => each.answers[0]?.value === 'yes').length
  await session.command({ type: 'close-question', questionId: id })
  const database = new DatabaseSync(join(server.dataDir, 'stip.sqlite'), { readOnly: true })
  const rows = database.prepare('SELECT count(*) AS count FROM ballots').get()
  database.close()
  expect(rows?.['count']).toBe(PEOPLE)
  await session.command({ type: 'reveal-answers', questionId: id })
  const [question] = (await session.view()).questions ?? []
  expect(question?.totals).toMatchObject({
    answered: PEOPLE,
    items: [{ counts: { yes: lives, 'yes-but': 0, 'no-because': PEOPLE - lives } }],
  })
  expect(question?.totals?.items[0]?.said).toHaveLength(PEOPLE - lives)
})
