import { z } from 'zod'
import firstEvening from '../data/first-evening.json' with { type: 'json' }
import everybody from '../data/people.json' with { type: 'json' }

const Letter = z.enum(['A', 'B', 'C'])
const Point = z.tuple([z.number(), z.number()])

const PersonInFile = z.object({
  id: z.number(),
  name: z.string(),
  background: z.enum([
    'raadslid',
    'griffier',
    'collegelid',
    'directielid',
    'manager-teamleider',
    'ambtenaar',
    'bewoner',
    'ondernemer',
  ]),
  group: Letter,
  device: z.enum(['phone', 'laptop', 'remote', 'none']),
  /** In seconds after the evening began. */
  arrivesAt: z.number(),
  leavesAt: z.number().nullable(),
  eveningRole: z.string().optional(),
  sharesDeviceWith: z.number().optional(),
  ownsDevice: z.boolean().optional(),
})
/** Somebody of the invented evening. */
export type PersonInFile = z.infer<typeof PersonInFile>

const People = z.object({
  variants: z.array(z.object({ id: z.string(), people: z.array(z.number()) })),
  people: z.array(PersonInFile),
})

/** Where something stands: a zone of a step, on the board of a group or on the board of all. */
const Placed = {
  step: z.string(),
  zone: z.string(),
  group: Letter.nullable(),
}

const NoteInFile = z.object({
  ...Placed,
  id: z.string(),
  person: z.number(),
  /** In seconds after the step began. */
  at: z.number(),
  text: z.string(),
  keyCard: z.number().optional(),
  variant: z.string().optional(),
})

const TextInFile = z.object({
  ...Placed,
  id: z.string(),
  person: z.number(),
  at: z.number(),
  text: z.string(),
})

const Action = z.looseObject({
  id: z.string(),
  step: z.string(),
  at: z.number(),
  group: Letter.nullable(),
  type: z.string(),
  note: z.string().optional(),
  cluster: z.string().optional(),
  person: z.number().optional(),
  persons: z.array(z.number()).optional(),
  by: z.string().optional(),
  twiceBy: z.string().optional(),
  from: z.union([z.string(), z.number()]).optional(),
  to: z.union([z.string(), z.number()]).optional(),
  toZone: z.string().optional(),
  zone: z.string().optional(),
  what: z.string().optional(),
  seconds: z.number().optional(),
  texts: z.array(z.string()).optional(),
})
/** Something that happens to what is there. */
export type Action = z.infer<typeof Action>

const AnswerInFile = z.object({
  person: z.number(),
  at: z.number(),
  value: z.union([z.string(), z.number()]).nullable(),
  reason: z.string().optional(),
})

const Evening = z.object({
  format: z.string(),
  startsAt: z.string(),
  mandateCard: z.record(z.string(), z.string()),
  groups: z.array(z.object({ id: Letter, name: z.string() })),
  notes: z.array(NoteInFile),
  texts: z.array(TextInFile),
  actions: z.array(Action),
  clusters: z.array(
    z.object({
      ...Placed,
      id: z.string(),
      provisionalName: z.string().optional(),
      name: z.string(),
      notes: z.array(z.string()),
      keyCard: z.string(),
    }),
  ),
  drawings: z.array(
    z.object({
      ...Placed,
      strokes: z.array(
        z.object({
          id: z.string(),
          person: z.number(),
          at: z.number(),
          part: z.string(),
          points: z.array(Point),
        }),
      ),
    }),
  ),
  phoneDrawings: z.array(
    z.object({
      ...Placed,
      id: z.string(),
      person: z.number(),
      at: z.number(),
      strokes: z.array(z.object({ points: z.array(Point) })),
    }),
  ),
  stacks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      cards: z.array(z.string()),
      /** Notes that are no hoofdpunten, and say the same. */
      underneath: z.array(z.string()),
    }),
  ),
  rejectedProposals: z.array(z.object({ cards: z.tuple([z.string(), z.string()]) })),
  unique: z.array(z.object({ card: z.string(), why: z.string() })),
  difference: z.object({ id: z.string(), card: z.string(), title: z.string(), text: z.string() }),
  sentences: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      text: z.string(),
      stacks: z.array(z.string()),
    }),
  ),
  offerAsk: z.record(
    z.string(),
    z.object({ id: z.string(), text: z.string(), sources: z.array(z.string()) }),
  ),
  recognition: z.array(
    z.object({ card: z.string(), step: z.string(), answers: z.array(AnswerInFile) }),
  ),
  consent: z.array(z.object({ sentence: z.string(), answers: z.array(AnswerInFile) })),
  residentsConsent: z.array(AnswerInFile.extend({ sentence: z.string() })),
  otherVoices: z.array(
    z.object({
      sentence: z.string(),
      person: z.number(),
      text: z.array(z.string()),
      meToo: z.array(z.number()),
    }),
  ),
  verify: z.array(
    z.object({
      person: z.number(),
      note: z.string(),
      sentence: z.string(),
      at: z.number(),
      value: z.enum(['klopt', 'anders', 'haal-weg']),
      text: z.string().optional(),
    }),
  ),
  heard: z.object({ answers: z.array(AnswerInFile) }),
})
/** The invented evening as it was written down. */
export type Evening = z.infer<typeof Evening>

/** Who is there: council, executive and civil servants, or residents and entrepreneurs as well. */
export type Variant = 'zonder-bewoners' | 'met-bewoners'

/** The evening of Sterrenveld. */
export function readEvening(): Evening {
  return Evening.parse(firstEvening)
}

/** Everybody who is there in a variant, in the order of their numbers. */
export function readPeople(variant: Variant): readonly PersonInFile[] {
  const { variants, people } = People.parse(everybody)
  const chosen = new Set(variants.find(({ id }) => id === variant)?.people)
  return people.filter(({ id }) => chosen.has(id))
}
