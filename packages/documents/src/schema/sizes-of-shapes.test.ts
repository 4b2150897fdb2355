import type { BoardRecord } from '@stip/board'
import type { Json } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { problemWithField } from '../record/check-field.ts'
import { checkRecord } from '../record/check-record.ts'
import { checkUpdate } from '../gateway/check-update.ts'
import { geoProps, textProps } from '../files/new-records.ts'
import { readRecord } from '../record/read-record.ts'
import { aForgedValue } from '../test/craft.ts'
import { aDocument, aFrame, anArrow, anImage, aNote, aStip, richText } from '../test/records.ts'
import { createRecord } from '../record/write-record.ts'

const shapes: Readonly<Record<string, BoardRecord>> = {
  note: aNote('a'),
  stip: aStip('a'),
  frame: aFrame('a'),
  arrow: anArrow('a'),
  image: anImage('a', 'foto'),
  text: { ...aNote('a'), type: 'text', props: { ...textProps, richText: richText('x') } },
  geo: { ...aNote('a'), type: 'geo', props: { ...geoProps, richText: richText('x') } },
}

const crop = (left: number, right: number): Json => ({
  topLeft: { x: left, y: 0 },
  bottomRight: { x: right, y: 1 },
})

describe('[B142] sizes are within what can be drawn', () => {
  it.each<[kind: string, prop: string, right: readonly Json[], wrong: readonly Json[]]>([
    ['note', 'scale', [0.01, 1, 1.75, 20, 1000], [0, -1, 0.001, 1001, 1e6]],
    ['text', 'scale', [0.05, 1000], [1e-9, 1e5]],
    ['stip', 'scale', [0.5], [1e-9, 1e5]],
    ['geo', 'scale', [0.25, 1, 50], [0.01, 101]],
    ['arrow', 'scale', [0.25, 1, 50], [0.01, 101]],
    ['note', 'growY', [0, 300, 400_000], [-1, 1e7]],
    ['note', 'fontSizeAdjustment', [0, 14, 32], [-1, 501, 1e6]],
    ['geo', 'w', [1, 96_000], [0, -5, 1e-9, 1e6]],
    ['geo', 'h', [1, 96_000], [0, 1e-300, 1e6]],
    ['text', 'w', [8, 90_000], [0, 1e-9, 1e7]],
    ['frame', 'w', [1, 200_000], [0, 1e-9, 1e7]],
    ['arrow', 'bend', [-400, 0, 90_000], [1e7, -1e7]],
    ['arrow', 'labelPosition', [0, 0.5, 1], [-1, 2]],
    ['arrow', 'elbowMidPoint', [0, 1], [-100, 1e5]],
    [
      'image',
      'crop',
      [null, crop(0, 1), crop(0.2, 0.21)],
      [crop(0.5, 0.5), crop(1, 0), crop(0, 7)],
    ],
  ])('%s.%s', (kind, prop, right, wrong) => {
    const shape = shapes[kind] as BoardRecord
    for (const value of right) {
      expect([value, problemWithField(shape, `p.${prop}`, value)]).toEqual([value, undefined])
    }
    for (const value of wrong) {
      const server = aDocument(7)
      createRecord(server, shape)
      const update = aForgedValue(server, shape.id, `p.${prop}`, value)
      expect([value, checkUpdate(server, update, 'person').kind]).toEqual([value, 'refused'])
    }
  })

  it('what is on a board from before is shown at the nearest size, and written so', () => {
    for (const [prop, value, shown] of [
      ['scale', 1e6, 1000],
      ['scale', 1e-6, 0.01],
      ['growY', 1e9, 1e6],
      ['fontSizeAdjustment', 1e5, 500],
    ] as const) {
      const server = aDocument(7)
      createRecord(server, aNote('a'))
      server.getMap<Map<string, unknown>>('records').get('shape:a')?.set(`p.${prop}`, value)
      const read = readRecord(server, 'shape:a')?.record as BoardRecord
      expect(read.props[prop]).toBe(shown)
      expect(checkRecord(read).ok).toBe(true)
      createRecord(server, aNote('b', { props: { [prop]: value } }))
      expect(readRecord(server, 'shape:b')?.record.props[prop]).toBe(shown)
    }
  })
})
