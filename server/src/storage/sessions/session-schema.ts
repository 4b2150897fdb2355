import { z } from 'zod'

const Clock = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('running'), endsAt: z.number() }),
  z.looseObject({ kind: z.literal('paused'), remainingMs: z.number() }),
])

/** A session as it is stored now: every ability with the version of its state. */
export const SessionInAbilities = z.object({
  id: z.string(),
  revision: z.number().int(),
  sequence: z.number().int().min(0),
  changedAt: z.record(z.string(), z.number()),
  abilities: z.record(
    z.string(),
    z.object({ version: z.number().int().min(0), state: z.unknown() }),
  ),
})

/** What the rules count on. Loose, so that nothing that is stored is lost by reading it. */
export const SessionStates = z.looseObject({
  course: z.looseObject({
    title: z.string(),
    createdAt: z.number(),
    endedAt: z.number().optional(),
  }),
  boards: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.enum(['plenary', 'group', 'vision', 'side-by-side', 'private']),
      groupId: z.string().optional(),
      members: z.array(z.string()).optional(),
    }),
  ),
  steps: z.looseObject({
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
    position: z.number().int(),
    openedSteps: z.array(z.number().int()),
  }),
  clock: z.looseObject({
    current: Clock.optional(),
    times: z.looseObject({
      startedAt: z.number().optional(),
      stepStartedAt: z.number().optional(),
      spentMs: z.record(z.string(), z.number()),
      left: z
        .looseObject({ position: z.number(), clock: Clock.optional(), at: z.number() })
        .optional(),
    }),
  }),
  people: z.looseObject({
    all: z.array(
      z.looseObject({ id: z.string(), number: z.number(), name: z.string(), hasLeft: z.boolean() }),
    ),
    groups: z.array(z.looseObject({ id: z.string(), letter: z.string(), name: z.string() })),
    groupsMade: z.boolean(),
    seatsBeforeMix: z.array(z.looseObject({ personId: z.string() })).optional(),
  }),
  attention: z.looseObject({
    spotlight: z.string().optional(),
    wall: z.looseObject({ kind: z.enum(['auto', 'code', 'board']) }),
    wallPage: z.number().int().optional(),
  }),
  merging: z.looseObject({
    count: z.number(),
    lastAt: z.number().optional(),
    canUndo: z.boolean(),
  }),
  boardRules: z.looseObject({
    showsNames: z.boolean(),
    imagesAllowed: z.boolean(),
    notesOnlySince: z.number().optional(),
  }),
  takenAway: z.array(
    z.looseObject({
      id: z.string(),
      reason: z.string(),
      records: z.array(
        z.looseObject({ boardId: z.string(), recordId: z.string(), stored: z.looseObject({}) }),
      ),
      authors: z.array(z.string()),
    }),
  ),
})
