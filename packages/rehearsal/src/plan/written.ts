import type { Place } from './happening.ts'
import type { InStep, Source } from './timeline.ts'

/** The notes and sentences that people write. */
export function notesOf({ evening, people, handIn }: Source): readonly InStep[] {
  const isThere = new Set(people.map(({ id }) => id))
  const notes = evening.notes
    .filter(({ person }) => isThere.has(person))
    .flatMap(({ id, step, zone, group, person, at, text, keyCard }): InStep[] => {
      const hand = handIn(person, step, at)
      const place = { step, zone }
      const written = { kind: 'write-note', at, group, id, hand, place, words: text } as const
      if (keyCard === undefined) return [{ step, happening: written }]
      const starred = { kind: 'make-key-card', at: at + 20, group, id, hand } as const
      return [
        { step, happening: written },
        { step, happening: starred },
      ]
    })
  const texts = evening.texts.map(({ id, step, zone, group, person, at, text }): InStep => {
    const hand = handIn(person, step, at)
    const place = { step, zone }
    return { step, happening: { kind: 'write-text', at, group, id, hand, place, words: text } }
  })
  const known = ['vast', 'ruimte'].map((key, turn): InStep => {
    const place = { step: 'welkom', zone: 'vast-open' }
    const words = evening.mandateCard[key] ?? ''
    const about = { id: `mandate-${key}`, hand: 'facilitator', place, words } as const
    return {
      step: 'welkom',
      happening: { kind: 'write-text', at: 30 + turn, group: null, ...about },
    }
  })
  return [...notes, ...texts, ...known]
}

/** How each group lays notes that belong together under a name, before it chooses. */
export function orderingOf({ evening, handIn }: Source): readonly InStep[] {
  const turns = new Map<string, number>()
  return evening.clusters.flatMap(({ id, step, zone, group, name, provisionalName, notes }) => {
    const place: Place = { step, zone }
    const scribe = scribes[group ?? 'A']
    const next = (): number => {
      const turn = turns.get(group ?? '') ?? 0
      turns.set(group ?? '', turn + 1)
      return 5 + turn * 2.5
    }
    const titled: InStep = {
      step,
      happening: {
        kind: 'write-text',
        at: next(),
        group,
        id,
        hand: handIn(scribe, step, 0),
        place,
        words: provisionalName ?? name,
      },
    }
    const laid = notes.map((note): InStep => {
      const writer = evening.notes.find((one) => one.id === note)?.person ?? scribe
      const hand = handIn(writer, step, 0)
      return { step, happening: { kind: 'move', at: next(), group, id: note, hand, place } }
    })
    return [titled, ...laid]
  })
}

/** The drawings of the groups, stroke by stroke, and what phones draw beside them. */
export function drawingsOf({ evening, handIn }: Source): readonly InStep[] {
  const large = evening.drawings.flatMap(({ step, zone, group, strokes }) =>
    strokes.map(({ id, person, at, part, points }): InStep => {
      const hand = handIn(person, step, at)
      const color = colors[part] ?? 'black'
      const place = { step, zone }
      return { step, happening: { kind: 'draw', at, group, id, hand, place, color, points } }
    }),
  )
  const seen = new Map<string, number>()
  const small = evening.phoneDrawings.flatMap(
    ({ id, step, zone, group, person, at, strokes }): InStep[] => {
      const place = { step, zone }
      const turn = seen.get(group ?? '') ?? 0
      seen.set(group ?? '', turn + 1)
      const hand = handIn(person, step, at)
      return strokes.map(({ points: raw }, index) => {
        // Each was drawn on a phone of its own: on one board they stand side by side.
        const points = raw.map(([x, y]) => [x * 0.5 + turn * 240, y * 0.5 + 190] as const)
        const line = { id: `${id}-${index}`, hand, place, color: 'black', points }
        return { step, happening: { kind: 'draw', at: at + index, group, ...line } }
      })
    },
  )
  return [...large, ...small]
}

/** What the facilitator puts together in the merging, after the cards were collected. */
export function mergingOf({ evening }: Source): readonly InStep[] {
  const step = 'samenvoegen'
  const wordsOf = (card: string): string => {
    const note = evening.notes.find(({ id }) => id === card)
    const edited = evening.actions.findLast(
      (action) => action.note === card && typeof action.to === 'string',
    )
    return typeof edited?.to === 'string' ? edited.to : (note?.text ?? '')
  }
  const { difference, sentences, stacks, unique, offerAsk } = evening
  const card = (id: string, zone: string) =>
    ({ kind: 'bring-words', id: `merging-${id}`, zone, words: wordsOf(id) }) as const
  const written = [
    ...stacks.flatMap(({ id, name, cards }) => [
      { kind: 'write-note', id, zone: 'overeenkomst', words: name } as const,
      ...cards.map((one) => card(one, 'overeenkomst')),
    ]),
    ...unique.map((one) => card(one.card, 'uniek')),
    card(difference.card, 'verschil'),
    { kind: 'write-note', id: difference.id, zone: 'verschil', words: difference.text } as const,
    ...sentences.map(({ id, from, text }) => {
      const concept = evening.texts.find((one) => one.id === from)?.text ?? ''
      return { kind: 'rewrite', id, zone: 'visie', from: concept, words: text } as const
    }),
    ...Object.entries(offerAsk).map(([zone, { id, text }]) => {
      return { kind: 'rewrite', id, zone, from: text, words: text } as const
    }),
  ]
  return written.map(({ zone, ...what }, turn): InStep => {
    const by = { group: null, hand: 'facilitator', place: { step, zone } } as const
    return { step, happening: { ...what, ...by, at: 400 + turn * 12 } }
  })
}

/** Who writes for each group. */
const scribes = { A: 37, B: 50, C: 58 } as const

/** What people draw in another colour than black. */
const colors: Readonly<Record<string, string>> = {
  water: 'blue',
  oevers: 'green',
  heuvel: 'green',
  pad: 'orange',
  zon: 'orange',
  lampjes: 'orange',
  lichtbundel: 'orange',
  boten: 'red',
  romp: 'red',
  wieken: 'red',
  wind: 'light-blue',
  vuurtoren: 'red',
  huis: 'violet',
}
