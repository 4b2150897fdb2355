import type { Evening } from './evening.ts'
import type { Happening, Letter, PlannedBallot, Thing } from './happening.ts'
import type { InStep, Source } from './timeline.ts'

/** When, in seconds after the step began: once all of it is written. */
const STACKED_AT = 712
const ASKED_AT = 900
const SAVED_AT = 1100
const HEARD_AT = 340

/** What is decided about the vision, and what the room and the makers of notes say of it. */
export function decidingOf(source: Source): readonly InStep[] {
  return [...recognised(source), ...merged(source), ...verified(source), ...heard(source)]
}

/** What was planned to be verified of notes that no sentence is made from. */
export function notVerified({ evening }: Source): readonly string[] {
  const linked = linkedNotes(evening)
  return evening.verify.filter((one) => !linked.has(one.note)).map(() => 'verify')
}

/** "Zei jouw groep dit ook?", after the story of each group. */
function recognised(source: Source): readonly InStep[] {
  const { evening } = source
  return evening.groups.map(({ id }): InStep => {
    const own = evening.recognition.filter(({ card }) => groupOf(evening, card) === id)
    const answers = own.flatMap(({ card, answers: all }) =>
      all.map((one) => ({ ...one, about: card })),
    )
    const at = Math.max(...answers.map((one) => one.at))
    const ballots = ballotsOf(source, 'delen', answers)
    return {
      step: 'delen',
      happening: { kind: 'ask', topic: 'recognition', at, group: id, ballots },
    }
  })
}

function merged(source: Source): readonly InStep[] {
  const { evening } = source
  const stacks = evening.stacks.map(({ name, cards, underneath }) => ({
    kind: 'stack' as const,
    name,
    cards: things(evening, cards),
    more: things(evening, underneath),
  }))
  const rejected = evening.rejectedProposals.flatMap(({ cards }) => {
    const [one, other] = things(evening, cards)
    return one === undefined || other === undefined
      ? []
      : [{ kind: 'not-same' as const, cards: [one, other] as const }]
  })
  const links = [
    ...evening.sentences.map(({ text, stacks: behind }) => ({
      kind: 'link' as const,
      sentence: { words: text },
      cards: evening.stacks
        .filter(({ id }) => behind.includes(id))
        .flatMap(({ cards }) => things(evening, cards)),
    })),
    ...Object.values(evening.offerAsk).map(({ text, sources }) => ({
      kind: 'link' as const,
      sentence: { words: text },
      cards: things(evening, sources),
    })),
  ]
  const turns = [...stacks, ...rejected, ...links].map((what, turn): Happening => {
    return { ...what, at: STACKED_AT + turn * 12, group: null }
  })
  const consent = ballotsOf(source, 'samenvoegen', consentIn(evening))
  return [
    ...turns,
    {
      kind: 'ask' as const,
      topic: 'consent' as const,
      at: ASKED_AT,
      group: null,
      ballots: consent,
    },
    { kind: 'save-version' as const, at: SAVED_AT, group: null },
  ].map((happening): InStep => ({ step: 'samenvoegen', happening }))
}

function consentIn({ consent, residentsConsent }: Evening): readonly Answered[] {
  return [
    ...consent.flatMap(({ sentence, answers }) =>
      answers.map((one) => ({ ...one, about: sentence })),
    ),
    ...residentsConsent.map((one) => ({ ...one, about: one.sentence })),
  ]
}

function verified({ evening, handIn, people }: Source): readonly InStep[] {
  const linked = linkedNotes(evening)
  const step = 'afsluiting-1'
  return evening.verify.flatMap(({ person, note, sentence, at, value, text = '' }): InStep[] => {
    const [card] = things(evening, [note])
    const words = evening.sentences.find(({ id }) => id === sentence)?.text
    const isThere = people.some(({ id }) => id === person)
    if (card === undefined || words === undefined || !isThere || !linked.has(note)) return []
    const hand = handIn(person, step, at)
    const about = { card, sentence: { words }, answer: verifyAnswers[value], words: text } as const
    return [{ step, happening: { kind: 'verify', at, group: null, guest: person, hand, ...about } }]
  })
}

const verifyAnswers = {
  klopt: 'right',
  anders: 'different',
  'haal-weg': 'take-away',
} as const

function heard(source: Source): readonly InStep[] {
  const step = 'afsluiting-1'
  const answers = source.evening.heard.answers.map((one) => ({ ...one, about: undefined }))
  const ballots = ballotsOf(source, step, answers)
  return [{ step, happening: { kind: 'ask', topic: 'heard', at: HEARD_AT, group: null, ballots } }]
}

interface Answered {
  readonly person: number
  readonly at: number
  readonly value: string | number | null
  readonly reason?: string | undefined
  /** A card or a sentence of the file; undefined: there is one thing only. */
  readonly about: string | undefined
}

/** One ballot for each person who is there, with all that they answer. */
function ballotsOf(
  { evening, people, handIn }: Source,
  step: string,
  answers: readonly Answered[],
): readonly PlannedBallot[] {
  const isThere = new Set(people.map(({ id }) => id))
  const byPerson = Map.groupBy(
    answers.filter(({ person }) => isThere.has(person)),
    ({ person }) => person,
  )
  return [...byPerson].map(([guest, own]): PlannedBallot => ({
    guest,
    hand: handIn(guest, step, own[0]?.at ?? 0),
    answers: own.map(({ value, reason, about }) => ({
      about: about === undefined ? undefined : thingOf(evening, about),
      value: valueOf(value),
      reason,
      own:
        evening.otherVoices.find((one) => one.person === guest && one.sentence === about)?.text ??
        [],
    })),
    also: evening.otherVoices
      .filter(({ meToo, sentence }) => {
        return meToo.includes(guest) && own.some(({ about }) => about === sentence)
      })
      .flatMap(({ text }) => text),
  }))
}

function valueOf(value: Answered['value']): string {
  if (value === null) return 'unknown'
  return values[value] ?? String(value)
}

const values: Readonly<Record<string, string>> = {
  ja: 'yes',
  'een-beetje': 'bit',
  nee: 'no',
  'ja-maar': 'yes-but',
  'nee-want': 'no-because',
}

/** The notes that come to stand behind a sentence, with all that lie on their stacks. */
function linkedNotes({ stacks }: Evening): ReadonlySet<string> {
  return new Set(stacks.flatMap(({ cards, underneath }) => [...cards, ...underneath]))
}

function thingOf(evening: Evening, id: string): Thing {
  const sentence = evening.sentences.find((one) => one.id === id)?.text
  if (sentence !== undefined) return { words: sentence }
  return { id, group: groupOf(evening, id) ?? 'A' }
}

/** Notes of groups; of one that is not in the file nothing can be done. */
function things(evening: Evening, ids: readonly string[]): readonly Thing[] {
  return ids.flatMap((id) => {
    const group = groupOf(evening, id)
    return group === undefined ? [] : [{ id, group }]
  })
}

function groupOf({ notes }: Evening, id: string): Letter | undefined {
  return notes.find((note) => note.id === id)?.group ?? undefined
}
