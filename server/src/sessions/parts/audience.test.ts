import { agendaOf } from '@stip/formats'
import { seededRandom } from '@stip/primitives'
import { createSession, decide, join, newGroups, recordMerge } from '@stip/workshop'
import type { Actor, Command, Session } from '@stip/workshop'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { audienceOf } from './audience.ts'
import { sharedParts } from './shared-parts.ts'
import type { Surroundings } from './shared-parts.ts'

const names = ['anna', 'bram', 'cato', 'dirk', 'els', 'finn']

const around: Surroundings = {
  isConnected: () => true,
  joinCode: () => undefined,
  joinUrl: () => undefined,
  isRehearsing: () => false,
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
      const session = commands.reduce(after, aCrowd())
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
  if (command === 'merge') return recordMerge(session, { now: 1 })
  const outcome = decide(session, command, {
    now: 1,
    random: seededRandom(3),
    newId: () => 'new',
    seenRevision: session.revision,
  })
  return outcome.ok ? outcome.value : session
}

function aCrowd(): Session {
  const agenda = agendaOf('bijeenkomst-1-visie')
  if (agenda === undefined) throw new Error('There is such an evening.')
  let ids = 0
  const groups = newGroups(agenda, 3, () => `group${ids++}`)
  const boards = (['plenary', 'vision', 'side-by-side'] as const).map((kind, place) => ({
    id: `board${place}`,
    kind,
    groupId: undefined,
  }))
  const ofGroups = groups.map(({ id }, place) => ({
    id: `board${place + 3}`,
    kind: 'group' as const,
    groupId: id,
  }))
  const id = 'session'
  const session = createSession({
    id,
    title: 'Visie',
    agenda,
    groups,
    boards: [...boards, ...ofGroups],
    now: 0,
  })
  return names.reduce((now, personId) => {
    const joined = join(now, { personId, name: personId, background: 'resident' })
    return joined.ok ? joined.value : now
  }, session)
}
