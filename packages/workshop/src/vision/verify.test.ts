import { describe, expect, it } from 'vitest'
import { limits } from '../ability/limits.ts'
import { actorKinds } from '../ability/actors.ts'
import { decide } from '../session/engine.ts'
import { partsToldTo } from '../session/parts.ts'
import type { Command } from '../session/abilities.ts'
import type { Session } from '../session/session.ts'
import { after, aSession, circumstances } from '../test/a-session.ts'
import { structureOf } from './fields.ts'
import { makerAnswerOf, verifiedOf } from './verify.ts'
import type { MakerAnswer } from './state.ts'
import { fieldsTold } from './told-fields.ts'

const link: Command = { type: 'link-sources', statement: 'z', cards: ['a', 'b'] }
const says = (card: string, answer: MakerAnswer, text = ''): Command => ({
  type: 'note-verified',
  statement: 'z',
  card,
  answer,
  text,
})
const shown = (session: Session) => structureOf(session.vision.fields)

describe('[D27] what the maker of a card says of a statement', () => {
  it('replaces what they said before, and is there once', () => {
    const once = after(aSession(), link, says('a', 'different', ' Ook voor  ouderen '))
    expect(makerAnswerOf(once.vision.fields, { statement: 'z', card: 'a' })).toEqual({
      answer: 'different',
      text: 'Ook voor ouderen',
    })
    expect(after(once, says('a', 'different', 'Ook voor ouderen'))).toBe(once)
    const { fields } = after(once, says('a', 'right')).vision
    expect(makerAnswerOf(fields, { statement: 'z', card: 'a' })?.answer).toBe('right')
    expect(verifiedOf(fields)).toEqual([{ statement: 'z', right: 1, different: [], takeAway: 0 }])
  })

  it('takes the card out of the statement, whoever links it, until they say otherwise', () => {
    const out = after(aSession(), link, says('a', 'right'), says('a', 'take-away'))
    expect(shown(out)).toMatchObject({
      sources: [{ statement: 'z', cards: ['b'] }],
      takenOut: [{ statement: 'z', card: 'a' }],
    })
    expect(verifiedOf(out.vision.fields)).toMatchObject([{ right: 0, takeAway: 1 }])
    // Also by its stack, and by taking back what took it off before.
    const stack: Command = { type: 'stack-cards', cards: ['a', 'b'] }
    const again = after(out, stack, { ...link, cards: ['b'] })
    expect(shown(again).sources).toEqual([{ statement: 'z', cards: ['b'] }])
    const off: Command = { type: 'unlink-sources', statement: 'z', cards: ['a'] }
    const back = after(out, off, { type: 'undo-arrangement', number: 2 })
    expect(shown(back).sources).toEqual([{ statement: 'z', cards: ['b'] }])
    expect(shown(after(again, says('a', 'right'))).sources).toEqual([
      { statement: 'z', cards: ['a', 'b'] },
    ])
  })

  it('is none of the decisions that a facilitator takes back', () => {
    const session = after(aSession(), link, says('a', 'take-away'))
    expect(session.vision.count).toBe(1)
    expect(session.vision.arrangements).toHaveLength(1)
    const undone = after(session, { type: 'undo-arrangement', number: 1 })
    expect(makerAnswerOf(undone.vision.fields, { statement: 'z', card: 'a' })?.answer).toBe(
      'take-away',
    )
  })

  it('is told as numbers and words to who leads or looks, and of which card it is to nobody', () => {
    const session = after(
      aSession(),
      link,
      says('a', 'different', 'Zon'),
      says('b', 'different', 'Maan'),
    )
    const told = [{ id: 'z', right: 0, different: ['Maan', 'Zon'], takeAway: 0 }]
    for (const actor of actorKinds) {
      const parts = partsToldTo(session, actor)
      const isTold = actor === 'facilitator' || actor === 'observer' || actor === 'wall'
      expect(parts.verified).toEqual(isTold ? told : undefined)
      const fields = Object.keys(fieldsTold(parts.arrangement))
      expect(fields.filter((key) => key.startsWith('v '))).toEqual([])
    }
    expect(partsToldTo(aSession(), 'facilitator').verified).toBeUndefined()
  })

  it('is noted by the server only, has words when it is different, and not too many', () => {
    const session = after(aSession(), link)
    const refusal = (command: Command, actor: (typeof actorKinds)[number] = 'server') => {
      const outcome = decide(session, { actor, command }, circumstances(session))
      return outcome.ok ? undefined : outcome.refusal
    }
    for (const actor of actorKinds) {
      expect(refusal(says('a', 'right'), actor)).toBe(
        actor === 'server' ? undefined : 'not-allowed',
      )
    }
    expect(refusal(says('a', 'different', ' '))).toBe('text-missing')
    expect(refusal(says('a', 'different', 'x'.repeat(limits.reasonLength + 1)))).toBe(
      'text-too-long',
    )
  })
})
