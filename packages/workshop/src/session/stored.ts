import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import type { States } from './abilities.ts'
import { allAbilities, statesOf } from './any-ability.ts'
import type { AnyAbility } from './any-ability.ts'
import type { NewSession, Session } from './session.ts'

/** A session as it is stored: every ability with the version of its state. */
export interface StoredSession {
  readonly id: string
  readonly revision: number
  readonly sequence: number
  readonly changedAt: Readonly<Record<string, number>>
  readonly abilities: Readonly<Record<string, StoredAbility>>
}

export interface StoredAbility {
  readonly version: number
  readonly state: unknown
}

/** A session as it is stored. */
export function storedSession(session: Session): StoredSession {
  const { id, revision, sequence, changedAt } = session
  const abilities = Object.fromEntries(
    allAbilities.map(({ name, upgrades }) => {
      return [name, { version: upgrades.length, state: session[name] } satisfies StoredAbility]
    }),
  )
  return { id, revision, sequence, changedAt, abilities }
}

/**
 * A session as an earlier version stored it. Abilities that it did not have yet begin in it now.
 * Refused when a newer version stored it.
 */
export function upgradedSession(stored: StoredSession): Result<Session, 'from-a-newer-version'> {
  const { id, revision, sequence, changedAt } = stored
  if (!allAbilitiesKnow(stored)) return refuse('from-a-newer-version')
  const known = allAbilities.filter(({ name }) => stored.abilities[name] !== undefined)
  const states = Object.fromEntries(known.map((each) => [each.name, upgradedState(each, stored)]))
  const complete = statesOf(({ name, begin }) =>
    name in states ? states[name] : begin(beginningOf(id, states as unknown as States)),
  )
  return ok({ id, revision, sequence, changedAt, ...complete })
}

function allAbilitiesKnow(stored: StoredSession): boolean {
  return Object.entries(stored.abilities).every(([name, { version }]) => {
    const ability = allAbilities.find((each) => each.name === name)
    return ability !== undefined && version <= ability.upgrades.length
  })
}

function upgradedState({ name, upgrades }: AnyAbility, stored: StoredSession): unknown {
  const { version, state } = stored.abilities[name] ?? { version: 0, state: undefined }
  return upgrades.slice(version).reduce((now, upgrade) => upgrade(now), state)
}

/** What it was made of, as far as that still stands in it. */
function beginningOf(id: string, { course, steps, people, boards }: States): NewSession {
  const { title, createdAt } = course
  return { id, title, agenda: steps.agenda, groups: people.groups, boards, now: createdAt }
}
