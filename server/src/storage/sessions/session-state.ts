import { visibleText } from '@stip/primitives'
import { storedSession, upgradedSession } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import { z } from 'zod'
import { SessionUnreadableError } from '../../errors.ts'
import { inAbilities } from './flat-session.ts'
import { SessionInAbilities, SessionStates } from './session-schema.ts'

/**
 * What a session was stored as, step by step. Each makes the next version of it; a step that was
 * released is never changed: add one after it. Version 0 had no number: every Stip up to c1d5a8b.
 * Since version 2 every ability has a version of its own, and upgrades its own state.
 */
const upgrades: readonly ((state: Stored) => Stored)[] = [
  // 0 → 1: the times came, then photos, then notes only. Of an evening that was going on nobody
  // wrote down when it began: it counts from its next step. Names hold nothing invisible since.
  (state) => ({
    imagesAllowed: false,
    ...state,
    times: state['times'] ?? { spentMs: {} },
    title: asSeen(state['title']),
    groups: withNamesAsSeen(state['groups']),
    people: withNamesAsSeen(state['people']),
  }),
  // 1 → 2: one value became the states of abilities.
  inAbilities,
]

/** The version in which sessions are stored now. */
export const SESSION_VERSION = upgrades.length

type Stored = Readonly<Record<string, unknown>>

function asSeen(text: unknown): unknown {
  return typeof text === 'string' ? visibleText(text) : text
}

function withNamesAsSeen(list: unknown): unknown {
  if (!Array.isArray(list)) return list
  return list.map((each: Stored) => ({ ...each, name: asSeen(each['name']) }))
}

export function sessionText(session: Session): string {
  return JSON.stringify({ version: SESSION_VERSION, ...storedSession(session) })
}

/**
 * Reads a session as any earlier Stip stored it.
 *
 * @throws {SessionUnreadableError} When a newer Stip stored it, or when it is no session.
 */
export function readSession(text: string): Session {
  const { version, ...state } = parsed(text)
  if (version > SESSION_VERSION) throw newer(`version ${version}`)
  const latest = upgrades.slice(version).reduce<Stored>((now, next) => next(now), state)
  const upgraded = upgradedSession(checked(SessionInAbilities, latest))
  if (!upgraded.ok) throw newer('the state of an ability')
  checked(SessionStates, upgraded.value)
  return upgraded.value
}

function newer(what: string): SessionUnreadableError {
  return new SessionUnreadableError(`${what} is from a newer version of Stip`)
}

function parsed(text: string): Stored & { readonly version: number } {
  return checked(z.looseObject({ version: z.number().int().min(0).default(0) }), json(text))
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value)
  if (!read.success) throw new SessionUnreadableError(z.prettifyError(read.error))
  return read.data
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SessionUnreadableError('not JSON', { cause })
  }
}
