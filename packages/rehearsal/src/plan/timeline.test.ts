import { agendaOf } from '@stip/formats'
import { describe, expect, it } from 'vitest'
import type { Happening } from './happening.ts'
import { timelineOf } from './timeline.ts'

const timeline = timelineOf()
const all = timeline.steps.flatMap(({ id, happenings }) =>
  happenings.map((happening) => ({ step: id, happening })),
)
const agenda = agendaOf(timeline.format)

function ofKind<Kind extends Happening['kind']>(kind: Kind) {
  return all.flatMap(({ happening }) =>
    happening.kind === kind ? [happening as Extract<Happening, { kind: Kind }>] : [],
  )
}

function handOf(id: string) {
  return ofKind('write-note').find((note) => note.id === id)?.hand
}

describe('the invented evening as a timeline', () => {
  it('[PA1] names only steps and zones that its format has', () => {
    const zones = new Set(
      agenda?.steps.flatMap(
        ({ id, board }) => board?.zones.map((zone) => `${id} ${zone.id}`) ?? [],
      ),
    )
    const named = all.flatMap(({ happening }) =>
      'place' in happening ? [`${happening.place.step} ${happening.place.zone}`] : [],
    )
    expect(named.length).toBeGreaterThan(500)
    expect([...new Set(named)].filter((place) => !zones.has(place))).toEqual([])
  })

  it('[PA1] happens in the steps of the format, each within its time and in order', () => {
    expect(timeline.steps.map(({ id }) => id)).toEqual(agenda?.steps.map(({ id }) => id))
    for (const { minutes, happenings } of timeline.steps) {
      const moments = happenings.map(({ at }) => at)
      expect(moments).toEqual(moments.toSorted((one, other) => one - other))
      expect(Math.min(0, ...moments)).toBe(0)
      expect(Math.max(0, ...moments)).toBeLessThanOrEqual(minutes * 60)
    }
  })

  it('[PA2] lets sixty people in, five of them added by the facilitator, or eighty', () => {
    const guests = ofKind('come-in').map(({ guest }) => guest)
    expect(guests).toHaveLength(60)
    expect(guests.filter(({ hasScreen }) => !hasScreen).map(({ id }) => id)).toEqual([
      4, 14, 21, 47, 57,
    ])
    const larger = timelineOf('met-bewoners').steps.flatMap(({ happenings }) => happenings)
    expect(larger.filter(({ kind }) => kind === 'come-in')).toHaveLength(80)
  })

  it('[PA2] lets late-comers come in the step in which they arrive', () => {
    const late = all.flatMap(({ step, happening }) =>
      happening.kind === 'come-in' && [6, 16, 40, 58].includes(happening.guest.id)
        ? [`${happening.guest.id} ${step}`]
        : [],
    )
    expect(late.toSorted()).toEqual([
      '16 open-staan',
      '40 groepsstart',
      '58 inleiding',
      '6 inleiding',
    ])
  })

  it('[PA3] has the scribe write for who has no screen, and the facilitator while there is none', () => {
    expect(handOf('A-g7')).toBe(37)
    expect(handOf('B-o15')).toBe(46)
    expect(handOf('P-woord-21')).toBe('facilitator')
  })

  it('[PA4] does something only to what was written before', () => {
    const written = new Set<string>()
    const early = all.flatMap(({ happening }) => {
      if (!('id' in happening)) return []
      const isNew = ['write-note', 'write-text', 'draw', 'bring-words', 'rewrite'].includes(
        happening.kind,
      )
      if (isNew) written.add(happening.id)
      return written.has(happening.id) ? [] : [`${happening.kind} ${happening.id}`]
    })
    expect(early).toEqual([])
  })

  it('[PA5] has what the look at a full evening needs', () => {
    expect(ofKind('write-note').length).toBeGreaterThan(370)
    expect(ofKind('make-key-card')).toHaveLength(15)
    expect(ofKind('draw').length).toBeGreaterThan(136)
    expect(ofKind('merge').map(({ times }) => times)).toEqual([2, 1])
    expect(ofKind('regain-connection')).toHaveLength(1)
  })

  it('[PA7] decides about the vision, and asks the room and the makers of notes', () => {
    expect(ofKind('stack').map(({ cards, more }) => cards.length + more.length)).toEqual([
      6, 6, 8, 9, 6,
    ])
    expect(ofKind('link')).toHaveLength(5)
    const asked = ofKind('ask')
    expect(asked.map(({ topic }) => topic)).toEqual([
      'recognition',
      'recognition',
      'recognition',
      'consent',
      'heard',
    ])
    const consent = asked.find(({ topic }) => topic === 'consent')?.ballots ?? []
    expect(consent.length).toBeGreaterThan(50)
    expect(consent.filter(({ guest, hand }) => guest !== hand).length).toBeGreaterThan(3)
    expect(consent.filter(({ also }) => also.length > 0)).toHaveLength(5)
    const own = consent.flatMap(({ answers }) => answers.flatMap((each) => each.own))
    expect(own).toHaveLength(3)
    expect(ofKind('save-version')).toHaveLength(1)
    const said = ofKind('verify').map(({ answer }) => answer)
    expect(new Set(said)).toEqual(new Set(['right', 'different', 'take-away']))
  })

  it('[PA6] tells what it leaves out', () => {
    const left = timeline.steps.flatMap(({ notPlayed }) => notPlayed)
    expect(left.filter((what) => what === 'reveal')).toHaveLength(9)
    expect(new Set(left)).toContain('stickers-open')
  })
})
