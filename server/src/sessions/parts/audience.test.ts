import { seededRandom } from '@stip/primitives'
import { decide } from '@stip/workshop'
import type { Actor, Command, Given, Session } from '@stip/workshop'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { aCrowd } from '../../test/a-crowd.ts'
import { audienceOf } from './audience.ts'
import { sharedParts } from './shared-parts.ts'
import type { Surroundings } from './shared-parts.ts'

const names = ['anna', 'bram', 'cato', 'dirk', 'els', 'finn']

const around: Surroundings = {
  isConnected: () => true,
  joinCode: () => undefined,
  joinUrl: () => undefined,
  isRehearsing: () => false,
  ballots: () => undefined,
}

it('[F4] people of one audience may do and see the same, in every evening', () => {
  const person = fc.constantFrom(...names)
  const command = fc.oneof(
    fc.nat(20).map((position): Command => ({ type: 'go-to-step', position })),
    fc.constant<Command>({ type: 'mix-groups' }),
    fc.constant<Command>({ type: 'undo-mix' }),
    fc.constant<Command>({ type: 'end-session' }),
    fc.constant<Command>({ type: 'reopen-session' }),
    person.map((personId): Command => ({ type: 'remove-person', personId })),
    person.map((personId): Command => ({ type: 'restore-person', personId })),
    fc.tuple(person, fc.nat(2)).map(([personId, group]): Command => ({
      type: 'move-person',
      personId,
      groupId: `group${group}`,
    })),
    fc.nat(5).map((board): Command => ({ type: 'spotlight', boardId: `board${board}` })),
    fc.constant('merge' as const),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      const session = commands.reduce(after, aCrowd(names))
      const byAudience = new Map<string, unknown>()
      for (const personId of [...names, 'nobody']) {
        const actor: Actor = { role: 'participant', personId }
        const audience = audienceOf(session, actor)
        const parts = sharedParts(session, actor, around)
        expect(parts).toEqual(byAudience.get(audience) ?? parts)
        byAudience.set(audience, parts)
      }
    }),
  )
})

function after(session: Session, command: Command | 'merge'): Session {
  const given: Given =
    command === 'merge'
      ? { actor: 'server', command: { type: 'note-merge', at: 1 } }
      : { actor: 'facilitator', command, seenRevision: session.revision }
  const circumstances = { now: 1, random: seededRandom(3), newId: () => 'new' }
  const outcome = decide(session, given, circumstances)
  return outcome.ok ? outcome.value.session : session
}
