import type { Ballot } from '@stip/api'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../live/requests/ask.ts'
import { OwnBallot } from './own-ballot.ts'

describe('the ballot of one person at this screen', () => {
  it('is what was answered before, until something is pressed', async () => {
    const { ballot, world } = aBallot()
    const reading = ballot.read()
    world.reads(taken(yes))
    await reading
    expect(ballot.moment).toMatchObject({ ballot: yes, state: 'saved' })
    await ballot.read()
    ballot.answer('a', { item: 'a', value: 'no' })
    expect(ballot.moment).toMatchObject({ ballot: no, state: 'sending' })
  })

  it('is shown at once, and sends only the last of what was pressed on the way', async () => {
    const { ballot, world } = aBallot()
    ballot.answer('a', { item: 'a', value: 'yes' })
    ballot.answer('a', { item: 'a', value: 'bit' })
    ballot.answer('a', { item: 'a', value: 'no' })
    expect(ballot.moment.ballot).toEqual(no)
    expect(world.sent).toEqual([yes])
    await world.answers(taken(yes))
    expect(world.sent).toEqual([yes, no])
    expect(ballot.moment).toMatchObject({ ballot: no, state: 'sending' })
    await world.answers(taken(no))
    expect(ballot.moment).toMatchObject({ ballot: no, state: 'saved' })
  })

  it('waits for a line, keeps what was pressed, and is sent when there is one', async () => {
    const { ballot, world } = aBallot()
    ballot.answer('a', { item: 'a', value: 'yes' })
    await world.answers(lost)
    expect(ballot.moment).toMatchObject({ ballot: yes, state: 'waiting' })
    await world.answers(taken(yes), world.waits[0]?.again)
    expect(ballot.moment.state).toBe('saved')
    ballot.answer('a', { item: 'a', value: 'no' })
    await world.answers(lost)
    expect(world.waits.map(({ ms }) => ms)).toEqual([1000, 1000])
    await world.answers(taken(no), ballot.sendNow)
    expect(ballot.moment).toMatchObject({ ballot: no, state: 'saved' })
  })

  it('goes back to what counts when it is refused, with the reason', async () => {
    const { ballot, world } = aBallot()
    ballot.answer('a', { item: 'a', value: 'yes' })
    await world.answers(taken(yes))
    ballot.answer('a', { item: 'a', value: 'no' })
    await world.answers(refused)
    expect(ballot.moment).toMatchObject({
      ballot: yes,
      state: 'saved',
      problem: { code: 'question-is-closed' },
    })
  })

  it('says "Ik ook", and takes an answer back', async () => {
    const { ballot, world } = aBallot()
    ballot.say('own', true)
    await world.answers(taken({ answers: [], also: ['own'] }))
    expect(ballot.moment.ballot.also).toEqual(['own'])
    ballot.say('own', false)
    await world.answers(taken({ answers: [], also: [] }))
    ballot.answer('a', { item: 'a', value: 'yes' })
    await world.answers(taken(yes))
    ballot.answer('a', undefined)
    await world.answers(taken({ answers: [], also: [] }))
    expect(ballot.moment).toMatchObject({ ballot: { answers: [] }, state: 'none' })
  })
})

const yes: Ballot = { answers: [{ item: 'a', value: 'yes' }], also: [] }
const no: Ballot = { answers: [{ item: 'a', value: 'no' }], also: [] }
const lost: Answer<Ballot> = { ok: false, status: 0, problem: { code: 'lost', message: '' } }
const refused: Answer<Ballot> = {
  ok: false,
  status: 409,
  problem: { code: 'question-is-closed', message: 'Deze vraag is gesloten.' },
}

function taken(value: Ballot): Answer<Ballot> {
  return { ok: true, value }
}

/** A ballot whose server answers when the test says so. */
function aBallot() {
  const sent: Ballot[] = []
  const waits: { readonly ms: number; readonly again: () => void }[] = []
  const asked: ((answer: Answer<Ballot>) => void)[] = []
  const reading: ((answer: Answer<Ballot>) => void)[] = []
  const ballot = new OwnBallot({
    read: () => new Promise((resolve) => reading.push(resolve)),
    send: (each) => {
      sent.push(each)
      return new Promise((resolve) => asked.push(resolve))
    },
    wait: (ms, again) => {
      waits.push({ ms, again })
      return () => undefined
    },
  })
  const world = {
    sent,
    waits,
    reads: (answer: Answer<Ballot>) => reading.shift()?.(answer),
    /** Answers what was sent last, after something was done. */
    answers: async (answer: Answer<Ballot>, before: () => void = () => undefined) => {
      before()
      asked.shift()?.(answer)
      await Promise.resolve()
      await Promise.resolve()
    },
  }
  return { ballot, world }
}
