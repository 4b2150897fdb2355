import { agendaOf } from '@stip/formats'
import { worksInGroups, worksOnVision } from '@stip/workshop'
import type { Agenda } from '@stip/workshop'
import { actionsOf } from './actions.ts'
import { decidingOf, notVerified } from './deciding.ts'
import { readEvening, readPeople } from './evening.ts'
import type { Evening, PersonInFile, Variant } from './evening.ts'
import { guestOf, handOf } from './guests.ts'
import type { Hand, Happening, PlannedStep, Timeline } from './happening.ts'
import { drawingsOf, mergingOf, notesOf, orderingOf } from './written.ts'

/** What the parts of a timeline are made from. */
export interface Source {
  readonly evening: Evening
  readonly people: readonly PersonInFile[]
  /** Whose hands do something for a person in a step. */
  readonly handIn: (person: number, step: string, at: number) => Hand
}

/** Something that happens, and in which step. */
export interface InStep {
  readonly step: string
  readonly happening: Happening
}

/** The invented evening as what happens in each step of its format. */
export function timelineOf(variant: Variant = 'zonder-bewoners'): Timeline {
  const evening = readEvening()
  const people = readPeople(variant)
  const agenda = agendaOf(evening.format)
  if (agenda === undefined) throw new RangeError(`There is no format ${evening.format}.`)
  const starts = startsOf(agenda)
  const handIn: Source['handIn'] = (person, step, at) =>
    handOf(person, people, (starts.get(step) ?? 0) + at)
  const source = { evening, people, handIn }
  const { actions, notPlayed } = actionsOf(source)
  const all = [
    ...comingAndGoing(source, starts),
    ...notesOf(source),
    ...orderingOf(source),
    ...drawingsOf(source),
    ...mergingOf(source),
    ...decidingOf(source),
    ...actions,
  ]
  const byStep = Map.groupBy(all, ({ step }) => step)
  const steps = agenda.steps.map((step, position): PlannedStep => {
    const { id, title, minutes } = step
    const happenings = (byStep.get(id) ?? []).map(({ happening }) => happening)
    return {
      id,
      position,
      title,
      minutes,
      board: worksInGroups(step) ? 'groups' : worksOnVision(step) ? 'vision' : 'plenary',
      happenings: happenings.toSorted((one, other) => one.at - other.at),
      notPlayed: [
        ...notPlayed.flatMap((one) => (one.step === id ? [one.what] : [])),
        ...(id === 'afsluiting-1' ? notVerified(source) : []),
      ],
    }
  })
  return { format: agenda.slug, steps }
}

/** Who comes, who goes, and when groups are made. */
function comingAndGoing(
  { people, evening }: Source,
  starts: ReadonlyMap<string, number>,
): readonly InStep[] {
  const stepAt = (seconds: number): readonly [string, number] => {
    const [step, start] = [...starts].findLast((one) => one[1] <= seconds) ?? ['', 0]
    return [step, seconds - start]
  }
  const firstStep = [...starts.keys()][0] ?? ''
  const coming = people.map((person): InStep => {
    const guest = guestOf(person)
    const words = evening.notes.filter((note) => note.person === person.id)
    const first = words.find(({ step }) => step === firstStep)?.at
    const [step, at] =
      person.arrivesAt === 0
        ? [firstStep, Math.max(0, (first ?? 60) - 45)]
        : stepAt(person.arrivesAt)
    return { step, happening: { kind: 'come-in', at, group: null, guest } }
  })
  const going = people.flatMap(({ id, leavesAt }): InStep[] => {
    // The file has an action for who goes while something else is going on.
    const isTold = evening.actions.some(({ type, person }) => type === 'leave' && person === id)
    if (leavesAt === null || isTold) return []
    const [step, at] = stepAt(leavesAt)
    return [{ step, happening: { kind: 'leave', at, group: null, guest: id } }]
  })
  const names = evening.groups.map(({ id, name }): InStep => {
    const happening = { kind: 'name-group', at: 900, group: null, letter: id, name } as const
    return { step: 'stip', happening }
  })
  const groups = { kind: 'make-groups', at: 25 * 60, group: null } as const
  return [...coming, ...going, ...names, { step: 'soep', happening: groups }]
}

/** When each step begins, in seconds after the evening began; in order. */
function startsOf({ steps }: Agenda): ReadonlyMap<string, number> {
  let start = 0
  return new Map(
    steps.map(({ id, minutes }) => {
      const own = start
      start += minutes * 60
      return [id, own]
    }),
  )
}
