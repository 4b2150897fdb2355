import { limits } from '@stip/workshop'
import type { Agenda } from '@stip/workshop'
import { z } from 'zod'

const Text = z.string().trim().min(1)
const Texts = z.array(Text)
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** A step of this format, or with its slug in front a step of another one. */
const StepReference = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/)
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Minutes = z.number().int().min(0)
const Coordinate = z.number().min(0)
const Size = z.number().positive()

const BackgroundChoice = z.strictObject({
  id: z.enum([
    'council-member',
    'council-clerk',
    'executive-member',
    'director',
    'manager',
    'civil-servant',
    'resident',
    'entrepreneur',
    'other',
  ]),
  name: Text,
  mixingRole: z.enum(['council-member', 'executive-member', 'civil-servant', 'resident', 'other']),
  roleGroup: z.enum([
    'council',
    'executive-and-directors',
    'civil-servants',
    'residents',
    'organiser-decides',
  ]),
})

const Zone = z.strictObject({
  id: Slug,
  title: Text,
  question: Text,
  kind: z.enum([
    'notes',
    'text',
    'scale',
    'clusters',
    'drawing',
    'group-board',
    'reactions',
    'list',
    'line',
    'ladder',
    'private',
  ]),
  x: Coordinate,
  y: Coordinate,
  width: Size,
  height: Size,
  color: z.enum(['yellow', 'green', 'blue', 'pink', 'purple', 'grey', 'white']),
  fillFromSteps: z.array(StepReference).default([]),
  eachGroup: z.boolean().optional(),
  isForKeyCards: z.boolean().optional(),
  list: z.enum(['shared', 'offer', 'ask', 'difference', 'open']).optional(),
  collects: z
    .array(
      z.strictObject({
        what: z.enum(['key-cards', 'drawing', 'sentences', 'cards']),
        from: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)),
      }),
    )
    .optional(),
})

const Step = z
  .strictObject({
    id: Slug,
    kind: z.enum([
      'welcome',
      'presentation',
      'poll',
      'break',
      'assign',
      'introduce',
      'brainstorm',
      'vote',
      'conversation',
      'draw',
      'share',
      'merge',
      'close',
      'consult',
      'respond',
      'process',
      'case',
      'formulate',
      'agree',
      'decide',
      'reflect',
      'peer-coaching',
      'exercise',
      'score',
      'place',
      'scenario',
      'pitch',
    ]),
    title: Text,
    minutes: Minutes,
    minimumMinutes: Minutes,
    mayBeDropped: z.boolean(),
    startTime: Time.optional(),
    setting: z.enum(['plenary', 'group', 'role-group', 'alone', 'remote']),
    isAnonymous: z.boolean(),
    notYet: z.array(z.enum(['silent-writing', 'secret-vote', 'poll', 'turn-clock'])).default([]),
    participant: z.strictObject({
      question: Text.max(90).optional(),
      instruction: Texts.min(1),
      questions: Texts,
    }),
    facilitator: z.strictObject({
      goal: Text,
      say: Text,
      approach: Texts,
      watchFor: Texts,
      ifDifferent: Texts.min(1),
    }),
    board: z
      .strictObject({
        on: z.literal('vision').optional(),
        width: Size,
        height: Size,
        zones: z.array(Zone).min(1),
      })
      .optional(),
  })
  .transform((step) => ({ ...step, startTime: step.startTime, board: step.board }))

/** Every background must be offered: the join page and the rules count on all of them. */
const backgroundCount = BackgroundChoice.shape.id.options.length

const FormatFile = z
  .strictObject({
    /** Version of this file format. */
    format: z.literal(1),
    /** Licence of the texts, as an SPDX id. */
    license: Text,
    slug: Slug,
    language: Text,
    title: Text.max(90),
    purpose: Text.max(220),
    groupCount: z.number().int().min(1).max(limits.groups),
    /** A name for every group that can be chosen, so that no group is without one. */
    groupNames: z.array(Text.max(limits.groupNameLength)).length(limits.groups),
    backgrounds: z.array(BackgroundChoice).length(backgroundCount),
    minutes: z.number().int().min(1),
    startTime: Time.optional(),
    endTime: Time.optional(),
    preparation: Texts,
    materials: Texts,
    results: Texts,
    steps: z.array(Step).min(1),
  })
  .transform(({ format: _version, license: _license, ...agenda }) => ({
    ...agenda,
    startTime: agenda.startTime,
    endTime: agenda.endTime,
  }))

/**
 * Reads a draaiboek from its file.
 *
 * @throws {z.ZodError} Naming everything in the file that is missing or wrong.
 */
export function readFormat(file: unknown): Agenda {
  return FormatFile.parse(file)
}
