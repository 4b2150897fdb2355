import { describe, expect, it } from 'vitest'
import type { Command } from '../session/abilities.ts'
import { decide } from '../session/engine.ts'
import { partsOfPerson } from '../session/parts.ts'
import type { Session } from '../session/session.ts'
import { aPerson, aSession, circumstances } from '../test/a-session.ts'

describe('[H7] the hand of who has no phone', () => {
  it('is raised and lowered by a scribe of the group, in the row as any other', () => {
    const raised = given(given(anEvening(), 'noor', raise('zus')), 'noor', raise('zus'))
    expect(raised.hands.raised).toMatchObject([{ number: 1, personId: 'zus' }])
    expect(partsOfPerson(raised, 'noor').handsFor).toEqual(['zus'])
    expect(partsOfPerson(raised, 'sam').handsFor).toBeUndefined()
    const lowered = given(raised, 'noor', { type: 'lower-hand-for', personId: 'zus' })
    expect(lowered.hands.raised).toEqual([])
    expect(partsOfPerson(lowered, 'noor').handsFor).toBeUndefined()
  })

  it.each(['opa', 'sam', 'noor', 'nobody'])(
    'is not that of %s: of another group, with a phone, their own, of a stranger',
    (personId) => {
      for (const type of ['raise-hand-for', 'lower-hand-for'] as const) {
        expect(outcome(anEvening(), 'noor', { type, personId })).toEqual({
          ok: false,
          refusal: 'no-such-person',
        })
      }
    },
  )

  it('is raised by nobody who was not appointed', () => {
    expect(outcome(anEvening(), 'sam', raise('zus'))).toMatchObject({ refusal: 'no-such-person' })
  })
})

function raise(personId: string): Command {
  return { type: 'raise-hand-for', personId }
}

function outcome(session: Session, personId: string, command: Command) {
  const seenRevision = session.revision
  const press = { actor: 'scribe', personId, command, seenRevision } as const
  return decide(session, press, circumstances(session))
}

function given(session: Session, personId: string, command: Command): Session {
  const decided = outcome(session, personId, command)
  if (!decided.ok) throw new Error(decided.refusal)
  return decided.value.session
}

/** Noor is the scribe of group A, in which Zus has no phone; Opa, without one, is in B. */
function anEvening(): Session {
  const people = [
    aPerson('noor', { groupId: 'A', isScribe: true }),
    aPerson('sam', { groupId: 'A' }),
    aPerson('zus', { groupId: 'A', hasPhone: false }),
    aPerson('opa', { groupId: 'B', hasPhone: false }),
  ]
  return aSession({ people, groupsMade: true, position: 1 })
}
