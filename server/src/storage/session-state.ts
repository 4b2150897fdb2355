import { visibleText } from '@stip/primitives'
import type { Session } from '@stip/workshop'
import { z } from 'zod'
import { SessionUnreadableError } from '../errors.ts'

/**
 * What a session was stored as, step by step. Each makes the next version of it; a step that was
 * released is never changed: add one after it. Version 0 had no number: every Stip up to c1d5a8b.
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
  return JSON.stringify({ version: SESSION_VERSION, ...session })
}

/**
 * Reads a session as any earlier Stip stored it.
 *
 * @throws {SessionUnreadableError} When a newer Stip stored it, or when it is no session.
 */
export function readSession(text: string): Session {
  const { version, ...state } = parsed(text)
  if (version > SESSION_VERSION) {
    throw new SessionUnreadableError(`version ${version} is from a newer version of Stip`)
  }
  const upgraded = upgrades.slice(version).reduce<Stored>((now, next) => next(now), state)
  const read = StoredSession.safeParse(upgraded)
  if (!read.success) throw new SessionUnreadableError(z.prettifyError(read.error))
  // What is not there is not in JSON either: it is undefined, as the rules expect it.
  return read.data as unknown as Session
}

function parsed(text: string): Stored & { readonly version: number } {
  const read = z.looseObject({ version: z.number().int().min(0).default(0) }).safeParse(json(text))
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

const Clock = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('running'), endsAt: z.number() }),
  z.looseObject({ kind: z.literal('paused'), remainingMs: z.number() }),
])

/** What the rules count on. Loose, so that nothing that is stored is lost by reading it. */
const StoredSession = z.looseObject({
  id: z.string(),
  title: z.string(),
  agenda: z.looseObject({
    steps: z.array(
      z.looseObject({
        id: z.string(),
        participant: z.looseObject({}),
        facilitator: z.looseObject({}),
      }),
    ),
    backgrounds: z.array(z.looseObject({ id: z.string() })),
  }),
  revision: z.number().int(),
  position: z.number().int(),
  openedSteps: z.array(z.number().int()),
  clock: Clock.optional(),
  times: z.looseObject({
    startedAt: z.number().optional(),
    stepStartedAt: z.number().optional(),
    spentMs: z.record(z.string(), z.number()),
    left: z
      .looseObject({ position: z.number(), clock: Clock.optional(), at: z.number() })
      .optional(),
  }),
  groups: z.array(z.looseObject({ id: z.string(), letter: z.string(), name: z.string() })),
  boards: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.enum(['plenary', 'group', 'vision', 'side-by-side']),
      groupId: z.string().optional(),
    }),
  ),
  people: z.array(
    z.looseObject({ id: z.string(), number: z.number(), name: z.string(), hasLeft: z.boolean() }),
  ),
  seatsBeforeMix: z.array(z.looseObject({ personId: z.string() })).optional(),
  groupsMade: z.boolean(),
  spotlight: z.string().optional(),
  wall: z.looseObject({ kind: z.enum(['auto', 'code', 'board']) }),
  wallPage: z.number().int().optional(),
  showsNames: z.boolean(),
  imagesAllowed: z.boolean(),
  notesOnlySince: z.number().optional(),
  takenAway: z
    .array(
      z.looseObject({
        id: z.string(),
        reason: z.string(),
        records: z.array(
          z.looseObject({ boardId: z.string(), recordId: z.string(), stored: z.looseObject({}) }),
        ),
        authors: z.array(z.string()),
      }),
    )
    .optional(),
  merge: z.looseObject({ count: z.number(), lastAt: z.number().optional(), canUndo: z.boolean() }),
  endedAt: z.number().optional(),
  createdAt: z.number(),
  changedAt: z.looseObject({ step: z.number(), mix: z.number() }),
})
