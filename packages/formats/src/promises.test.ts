import type { Agenda, Step } from '@stip/workshop'
import { describe, expect, it } from 'vitest'
import { agendaOf, formats } from './formats.ts'
import { promises } from './test/promises.ts'

describe.each(formats.map(({ slug }) => slug))('the words of %s', (slug) => {
  const agenda = agendaOf(slug) as Agenda
  const steps = agenda.steps.map((step) => [step.id, step] as const)

  it.each(steps)('[T13] step %s promises what is there, or says that it is not', (_id, step) => {
    const broken = promises.flatMap(({ what, words, state }) => {
      const said = wordsOf(step).filter((line) => words.test(line))
      const isCovered = state === 'built' || (state !== 'never' && step.notYet.includes(state))
      return said.length === 0 || isCovered ? [] : [`${what}: ${said.join(' / ')}`]
    })
    expect(broken).toEqual([])
  })

  it('[T13] the evening as a whole promises nothing that is not there', () => {
    const said = [agenda.purpose, ...agenda.preparation, ...agenda.results]
    const never = promises.filter(({ state }) => state === 'never')
    expect(said.filter((line) => never.some(({ words }) => words.test(line)))).toEqual([])
  })

  it.each(steps)('[T13] step %s says nothing is missing without a reason', (_id, step) => {
    const lines = wordsOf(step)
    const needed = promises
      .filter(({ words }) => lines.some((line) => words.test(line)))
      .map(({ state }) => state)
    expect(step.notYet.filter((name) => !needed.includes(name))).toEqual([])
  })
})

it('[T13] what is promised and not kept is found', () => {
  const { words } = promises.find(({ what }) => what === 'stickers') ?? { words: /$^/ }
  expect(words.test('Je hebt vijf stickers.')).toBe(true)
  expect(words.test('Gebruik papieren stickers.')).toBe(false)
})

/** Everything that participants and their facilitator read of a step. */
function wordsOf({ title, participant, facilitator, board }: Step): readonly string[] {
  const { goal, say, approach, watchFor, ifDifferent } = facilitator
  const zones = board?.zones.flatMap((zone) => [zone.title, zone.question]) ?? []
  return [
    title,
    participant.question ?? '',
    ...participant.instruction,
    ...participant.questions,
    goal,
    say,
    ...approach,
    ...watchFor,
    ...ifDifferent,
    ...zones,
  ]
}
