import { Backgrounds, Id, partSchemas, WallChoices } from '@stip/workshop'
import { z } from 'zod'
import { BallotsView } from './ballot.ts'

export const Role = z.enum(['facilitator', 'participant', 'observer', 'wall'])
/** What a device may be in a session. One device can hold several; the address says which applies. */
export type Role = z.infer<typeof Role>

/** In what capacity somebody asks: a participant may be a scribe as well, with the same grant. */
export const Capacity = z.enum([...Role.options, 'scribe'])
export type Capacity = z.infer<typeof Capacity>

const Clock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('running'), endsAt: z.number() }),
  z.object({ kind: z.literal('paused'), remainingMs: z.number() }),
])

export const ZoneView = z.object({
  /** The id of its record on a board. */
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  question: z.string(),
  /** On the vision: of which list what is said here are statements. */
  list: z.enum(['shared', 'offer', 'ask', 'difference', 'open']).optional(),
  /** What earlier steps made is put in it. */
  isFilled: z.boolean().optional(),
})
/** A part of a step's area, as far as screens without a board need to know it. */
export type ZoneView = z.infer<typeof ZoneView>

export const StepView = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  /** What the room is asked, in one sentence; absent where the title says it. */
  question: z.string().optional(),
  minutes: z.number(),
  minimumMinutes: z.number(),
  setting: z.enum(['plenary', 'group', 'role-group', 'alone', 'remote']),
  instruction: z.array(z.string()),
  questions: z.array(z.string()),
  isAnonymous: z.boolean(),
  hasBoard: z.boolean(),
  notYet: z.array(z.enum(['silent-writing', 'secret-vote', 'poll', 'turn-clock'])),
  /** The parts of its area; of steps that were opened. */
  zones: z.array(ZoneView),
  /** Only for the facilitator. */
  guidance: z
    .object({
      goal: z.string(),
      say: z.string(),
      approach: z.array(z.string()),
      watchFor: z.array(z.string()),
      ifDifferent: z.array(z.string()),
    })
    .optional(),
})
export type StepView = z.infer<typeof StepView>

export const Area = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })
/** A rectangle on a board, in board units. */
export type Area = z.infer<typeof Area>

export const BoardView = z.object({
  id: Id,
  kind: z.enum(['plenary', 'group', 'vision', 'side-by-side']),
  groupId: Id.optional(),
  /** What the receiver of this view may do with the board now; boards with 'none' are left out. */
  access: z.enum(['read', 'write']),
  /** Where to open this board: the area of the step, else the last one on it; absent on an empty board. */
  area: Area.optional(),
  /** Where lies what this step puts in order: screens with room show it in words beside the board. */
  toSort: Area.optional(),
  /** The step works on it. */
  isInUse: z.boolean().optional(),
})
export type BoardView = z.infer<typeof BoardView>

const OwnBoardView = z.object({
  id: Id,
  access: z.enum(['read', 'write']),
  /** How many people share it. */
  members: z.number(),
})

export const PersonView = z.object({
  id: Id,
  number: z.number(),
  name: z.string(),
  background: Backgrounds,
  groupId: Id.optional(),
  hasPhone: z.boolean(),
  hasLeft: z.boolean(),
  isConnected: z.boolean(),
  /** A screen on which a group draws together; it is counted nowhere. */
  isScreen: z.boolean().optional(),
  /** Writes for those of the group who have no phone. */
  isScribe: z.boolean().optional(),
  /** Joined, but no screen of theirs ever opened; for the facilitator only. */
  isUnseen: z.boolean().optional(),
})
export type PersonView = z.infer<typeof PersonView>

export const SessionView = z.object({
  id: Id,
  title: z.string(),
  /** Rises with everything that may change a screen: commands, people coming in, connections. Of two views, the higher one counts. */
  revision: z.number(),
  /** Rises only when the session itself changes; this is the number that a command names as `seenRevision`. */
  sessionRevision: z.number(),
  /** The server's clock when this view was made, milliseconds since 1970; screens count down against it. */
  now: z.number(),
  agendaTitle: z.string(),
  agendaMinutes: z.number(),
  steps: z.array(StepView),
  /** -1 before the first step. */
  position: z.number(),
  clock: Clock.optional(),
  /** When the evening and its current step began, and the time spent in steps before that. Facilitator only. */
  times: z
    .object({
      startedAt: z.number().optional(),
      stepStartedAt: z.number().optional(),
      /** In milliseconds, by position; without the time since `stepStartedAt`. */
      spentMs: z.record(z.string(), z.number()),
    })
    .optional(),
  /** `size` counts who is in it; for a participant it is 0 for groups of others. */
  groups: z.array(
    z.object({ id: Id, letter: z.string(), name: z.string(), boardId: Id, size: z.number() }),
  ),
  groupsMade: z.boolean(),
  /** Of a scribe: those of the group who have no phone. */
  writesFor: z.array(z.object({ id: Id, number: z.number(), name: z.string() })).optional(),
  /** Those that the room shares. */
  boards: z.array(BoardView),
  /** Private boards of the receiver, alone or in a circle. */
  ownBoards: z.array(OwnBoardView).optional(),
  /** Where the receiver should be looking now. */
  current: z.object({ boardId: Id.optional(), area: Area.optional() }),
  /** Whether names and cursors are shown to others now. */
  showsNames: z.boolean(),
  namesChosen: z.boolean(),
  /** Whether photos may be put on boards now. */
  imagesAllowed: z.boolean(),
  /** Whether participants are asked for notes and nothing else now. */
  notesOnly: z.boolean(),
  spotlight: Id.optional(),
  /** For facilitator, observer and wall; a participant is always told 'auto'. */
  wall: WallChoices,
  /** Which page of that, from 0; for a participant always 0. */
  wallPage: z.number(),
  merge: z.object({
    count: z.number(),
    lastAt: z.number().optional(),
    canUndo: z.boolean(),
  }),
  /** Who is in the session; for a participant only before the first step, and 0 after that. */
  peopleCount: z.number(),
  endedAt: z.number().optional(),
  me: z.object({
    role: Role,
    person: PersonView.omit({ isConnected: true }).optional(),
  }),
  /** For facilitator and wall. */
  joinCode: z.string().optional(),
  joinUrl: z.string().optional(),
  /** Facilitator only. */
  people: z.array(PersonView).optional(),
  backgrounds: z.array(z.object({ id: Backgrounds, name: z.string() })),
  canUndoMix: z.boolean().optional(),
  /** Whether the invented evening is being played into this session, or could be; for the facilitator. */
  rehearsal: z.enum(['possible', 'playing']).optional(),
  /** What was taken away: for a participant of what they wrote; for the facilitator all, to put back. */
  takenAway: z.array(z.object({ id: Id, reason: z.string() })).optional(),
  /** Of the question that is open: how many answered, told at a calm pace; to participants once it is revealed. */
  ballots: BallotsView.optional(),
  /** What the abilities themselves tell. */
  ...partSchemas,
})
/** Everything one screen needs to know of a session, made for the role that looks at it. */
export type SessionView = z.infer<typeof SessionView>
