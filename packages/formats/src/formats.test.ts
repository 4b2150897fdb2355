import { limits } from '@stip/workshop'
import type { Agenda, Step, Zone } from '@stip/workshop'
import { describe, expect, it } from 'vitest'
import tryOut from './proefrondje.json' with { type: 'json' }
import { agendaOf, formats } from './formats.ts'
import { readFormat } from './schema.ts'

describe('the formats that are offered', () => {
  it('begin with the evening that makes a vision', () => {
    expect(formats.map((format) => format.slug)).toEqual(['bijeenkomst-1-visie', 'proefrondje'])
  })

  it('are found by their slug, and nothing else is', () => {
    expect(agendaOf('bijeenkomst-1-visie')?.steps).toHaveLength(17)
    expect(agendaOf('toString')).toBeUndefined()
  })
})

describe('reading a file', () => {
  it('[T1] refuses a key it does not know', () => {
    expect(() => readFormat({ ...tryOut, sound: 'loud' })).toThrow('sound')
  })

  it('[T1] refuses an empty text, and names every mistake at once', () => {
    expect(() => readFormat({ ...tryOut, title: ' ', purpose: '' })).toThrow(/title[\s\S]*purpose/u)
  })
})

describe.each(formats.map(({ slug }) => [slug, agendaNamed(slug)] as const))('%s', (_, agenda) => {
  const { steps } = agenda
  const zones = steps.flatMap((step) => (step.board?.zones ?? []).map((zone) => ({ step, zone })))

  it('[T2] adds up to its minutes, and no step has a minimum above its minutes', () => {
    expect(sum(steps.map((step) => step.minutes))).toBe(agenda.minutes)
    expect(steps.filter((step) => step.minimumMinutes > step.minutes)).toEqual([])
  })

  it('[T3] leaves no gap on the clock', () => {
    const start = agenda.startTime === undefined ? undefined : minutesOf(agenda.startTime)
    const planned = steps.map((_step, index) =>
      start === undefined ? undefined : start + sum(steps.slice(0, index).map((s) => s.minutes)),
    )
    const onTheClock = steps.map(({ startTime }) => startTime && minutesOf(startTime))
    expect(onTheClock).toEqual(planned)
    const end = agenda.endTime === undefined ? undefined : minutesOf(agenda.endTime)
    expect(end).toBe(start === undefined ? undefined : start + agenda.minutes)
  })

  it('[T4] keeps every zone inside its board and apart from the others', () => {
    expect(zones.filter(({ step, zone }) => !isInside(zone, step))).toEqual([])
    const overlapping = zones.filter(({ step, zone }) =>
      step.board?.zones.some((other) => other !== zone && overlap(zone, other)),
    )
    expect(overlapping).toEqual([])
  })

  it('[T4] names every step and, within its step, every zone once', () => {
    expect(twice(steps.map((step) => step.id))).toEqual([])
    const zoneNames = zones.map(({ step, zone }) => `${step.id}/${zone.id}`)
    expect(twice(zoneNames)).toEqual([])
  })

  it('[T5] has titles and questions that fit their zones, below a free strip', () => {
    const tooLong = zones.filter(
      ({ zone }) =>
        linesOf(zone.title, zone.width, 32) > 2 || linesOf(zone.question, zone.width, 24) > 2,
    )
    expect(tooLong).toEqual([])
    expect(zones.filter(({ zone }) => zone.y < 190)).toEqual([])
  })

  it('[T12] asks the room one question in every step in which people write or draw', () => {
    const questions = steps
      .filter(({ board }) => board !== undefined)
      .map(({ title, participant }) => participant.question ?? title)
    expect(questions.filter((question) => !question.endsWith('?'))).toEqual([])
    // Four lines on a wall, where it is set in the largest letters.
    expect(questions.filter((question) => linesOf(question, 850, 60) > 4)).toEqual([])
  })

  it('[T6] fills zones from earlier steps only', () => {
    const fromLater = zones.filter(({ step, zone }) => {
      const earlier = new Set(steps.slice(0, steps.indexOf(step)).map(({ id }) => id))
      return zone.fillFromSteps.some((source) => !earlier.has(source))
    })
    expect(fromLater).toEqual([])
  })

  it('[T11] takes for zones of the vision or of a group, and from zones of earlier steps', () => {
    const collecting = zones.filter(({ zone }) => zone.collects !== undefined)
    const takesOn = (isVision: boolean): ReadonlySet<string | undefined> =>
      new Set(
        collecting
          .filter(({ step }) => (step.board?.on === 'vision') === isVision)
          .flatMap(({ zone }) => zone.collects?.map(({ what }) => what)),
      )
    expect(takesOn(true)).not.toContain('cards')
    expect([...takesOn(false)].filter((what) => what !== 'cards' && what !== 'key-cards')).toEqual(
      [],
    )
    const others = collecting.filter(
      ({ step }) => step.board?.on !== 'vision' && step.setting !== 'group',
    )
    expect(others).toEqual([])
    const unknown = collecting.filter(({ step, zone }) => {
      const earlier = steps.slice(0, steps.indexOf(step))
      const names = new Set(
        earlier.flatMap(({ id, board }) => (board?.zones ?? []).map((each) => `${id}/${each.id}`)),
      )
      return zone.collects?.some(({ from }) => from.some((source) => !names.has(source)))
    })
    expect(unknown).toEqual([])
    const merging = collecting.filter(({ step }) => step.kind === 'merge')
    expect(
      merging.some(
        ({ zone }) =>
          zone.eachGroup === true && zone.collects?.some(({ what }) => what === 'key-cards'),
      ),
    ).toBe(true)
  })

  it('[T11] has columns for groups that take their words, however many groups there are', () => {
    const name = agenda.groupNames.reduce((one, other) => (one.length < other.length ? other : one))
    const tooLong = zones.filter(({ zone }) => {
      if (zone.eachGroup !== true) return false
      const width = (zone.width - 40 * (limits.groups - 1)) / limits.groups
      const title = zone.title.replace('{groep}', name)
      return linesOf(title, width, 32) > 4 || linesOf(zone.question, width, 24) > 4
    })
    expect(tooLong).toEqual([])
  })

  it('[T7] has a name of its own for every group that can be chosen', () => {
    expect(agenda.groupNames).toHaveLength(limits.groups)
    expect(twice(agenda.groupNames)).toEqual([])
  })

  it('[T8] offers every background once', () => {
    expect(twice(agenda.backgrounds.map((background) => background.id))).toEqual([])
    expect(agenda.backgrounds).toHaveLength(9)
  })

  it('[T9] can be run to the end on what Stip can do today', () => {
    const kinds = steps.map((step) => step.kind)
    expect(kinds.indexOf('merge')).toBeGreaterThan(kinds.indexOf('share'))
    expect(kinds.at(-1)).toBe('close')
    const today = new Set(['plenary', 'group', 'alone'])
    expect(steps.filter((step) => !today.has(step.setting))).toEqual([])
  })

  it('[T10] never shows names in a break between steps that hide them', () => {
    const hidesNames = steps.some((step) => step.board !== undefined && step.isAnonymous)
    const breaks = steps.filter((step) => step.board === undefined)
    expect(breaks.filter((step) => step.isAnonymous !== hidesNames)).toEqual([])
  })
})

it('[T10] tells the truth about names where people write anonymously, and where they do not', () => {
  const evening = agendaNamed('bijeenkomst-1-visie')
  expect(evening.steps[0]?.participant.instruction.join(' ')).toContain(
    'Bij je briefje staat geen naam. De gemeente bewaart het bord. Anderen kunnen het later opvragen.',
  )
  const tryOutSteps = agendaNamed('proefrondje').steps
  expect(tryOutSteps.some((step) => step.isAnonymous)).toBe(false)
  expect(tryOutSteps[0]?.participant.instruction.join(' ')).toContain('namen')
})

it('says of every step of the evening what it was designed with and Stip does not offer yet', () => {
  const { steps } = agendaNamed('bijeenkomst-1-visie')
  const missing = steps.filter((step) => step.notYet.length > 0)
  expect(missing.map((step) => [step.id, ...step.notYet])).toEqual([
    ['open-staan', 'silent-writing'],
    ['loslaten', 'silent-writing'],
    ['kiezen', 'secret-vote'],
    ['bieden-vragen', 'silent-writing'],
  ])
})

function agendaNamed(slug: string): Agenda {
  const agenda = agendaOf(slug)
  if (agenda === undefined) throw new Error(`No format ${slug}.`)
  return agenda
}

function isInside(zone: Zone, { board }: Step): boolean {
  if (board === undefined) return false
  return (
    zone.x >= 0 &&
    zone.y >= 0 &&
    zone.x + zone.width <= board.width &&
    zone.y + zone.height <= board.height
  )
}

function overlap(one: Zone, other: Zone): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

/** Lines a text takes, at an average letter of .56 em and 24 units of room on either side. */
function linesOf(text: string, width: number, fontSize: number): number {
  const lettersPerLine = (width - 48) / (fontSize * 0.56)
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const isFirst = used === 0
    if (!isFirst && used + 1 + word.length > lettersPerLine) {
      lines++
      used = word.length
    } else used += word.length + (isFirst ? 0 : 1)
  }
  return lines
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** The names that occur more than once. */
function twice(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index)
}
