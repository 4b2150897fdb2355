import { describe, expect, it } from 'vitest'
import { nlNotYet } from '../../texts/board/nl-not-yet.ts'
import { readingOfStep } from './step-reading.ts'

describe('[V1] a step as a room reads it', () => {
  it('[V1] has the question of the format, the title above it, and the whole task', () => {
    const task = ['Denk eerst vijf minuten alleen.', 'Schrijf op. Eén idee per briefje.']
    expect(readingOfStep(aStep({ question: 'Wat zie je?', instruction: task }))).toEqual({
      question: 'Wat zie je?',
      title: 'Openstaan',
      statements: [],
      task,
      notYet: [],
      letters: 'large',
    })
  })

  it('[V1] finds a question in the title or the first zone when the format has none', () => {
    expect(readingOfStep(aStep({ title: 'Waar staan we nu?' }))).toMatchObject({
      question: 'Waar staan we nu?',
      title: undefined,
    })
    const zones = [aZone({ question: 'Wat wil je weten?' }), aZone({ question: 'Ken je er een?' })]
    expect(readingOfStep(aStep({ zones })).question).toBe('Wat wil je weten?')
    expect(readingOfStep(aStep({ zones: [aZone({})] })).question).toBe('Openstaan')
  })

  it('[V1] lists the statements of a poll', () => {
    const zones = ['De gemeente durft los te laten', 'Bewoners krijgen ruimte'].map((title) =>
      aZone({ kind: 'scale', title }),
    )
    expect(readingOfStep(aStep({ kind: 'poll', zones })).statements).toEqual([
      'De gemeente durft los te laten',
      'Bewoners krijgen ruimte',
    ])
    expect(readingOfStep(aStep({ zones })).statements).toEqual([])
  })

  it('[V1] says what cannot be done yet', () => {
    const { notYet } = readingOfStep(aStep({ notYet: ['silent-writing'] }))
    expect(notYet).toEqual([nlNotYet['silent-writing']])
  })

  it('[V1] takes smaller letters for a long task, and never cuts it', () => {
    const sentence = 'Bij je briefje staat geen naam. De gemeente bewaart het bord. '.repeat(2)
    const sizes = [1, 3, 6].map((count) => {
      const task = Array.from({ length: count }, () => sentence)
      const reading = readingOfStep(aStep({ instruction: task }))
      expect(reading.task).toEqual(task)
      return reading.letters
    })
    expect(sizes).toEqual(['large', 'normal', 'small'])
  })
})

type Step = Parameters<typeof readingOfStep>[0]

function aStep(differences: Partial<Step>): Step {
  return {
    kind: 'brainstorm',
    title: 'Openstaan',
    instruction: ['Schrijf.'],
    zones: [],
    notYet: [],
    ...differences,
  }
}

function aZone(differences: Partial<Step['zones'][number]>): Step['zones'][number] {
  return { id: 'shape:zone', kind: 'notes', title: 'Vragen', question: 'Eén zin', ...differences }
}
