import { seededRandom } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { actorKinds } from '../ability/actors.ts'
import { aSession, NOW } from '../test/a-session.ts'
import type { Command } from './abilities.ts'
import { allAbilities, isKnownEvent } from './any-ability.ts'
import { decide, whoMayGive } from './engine.ts'
import { sentCommands } from './sent-commands.ts'

const around = { now: NOW, random: seededRandom(1), newId: () => 'new' }

describe('[S24] a command', () => {
  const refusals = [...whoMayGive()].flatMap(([type, givenBy]) =>
    actorKinds.filter((actor) => !givenBy.includes(actor)).map((actor) => [type, actor] as const),
  )

  it.each(refusals)('%s is refused when %s gives it, whatever is in it', (type, actor) => {
    const command = { type } as Command
    expect(decide(aSession(), { actor, command }, around)).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
  })

  it('that no ability has is refused, whoever gives it', () => {
    for (const type of ['vote', 'toString', '__proto__', '']) {
      for (const actor of actorKinds) {
        const outcome = decide(
          aSession(),
          { actor, command: { type } as unknown as Command },
          around,
        )
        expect(outcome).toEqual({ ok: false, refusal: 'not-allowed' })
      }
    }
  })

  it('[S27] that a screen sends says what stands in it; what only the server gives cannot be sent', () => {
    const sent = sentCommands.map(({ shape }) => shape.type.value)
    const fromScreens = [...whoMayGive()].filter(([, givenBy]) =>
      givenBy.some((actor) => actor !== 'server' && actor !== 'newcomer'),
    )
    const others = fromScreens.map(([type]) => type).filter((type) => !sent.includes(type))
    // They come in through doors of their own: with a code, and with the four digits of a screen.
    expect(others).toEqual(['come-back', 'join-as-screen'])
  })

  it('is of one ability, and says of which events it goes stale', () => {
    const rules = allAbilities.flatMap(({ commands }) => Object.entries(commands))
    expect(new Set(rules.map(([type]) => type)).size).toBe(rules.length)
    const events = rules.flatMap(([, rule]) => rule?.staleAfter ?? [])
    expect(events.filter((type) => !isKnownEvent(type))).toEqual([])
    expect(events).not.toEqual([])
  })
})
