import { readFileSync } from 'node:fs'
import type { JsonObject } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { aReader, bytesOf, read } from '../../test/files.ts'
import { aNote } from '../../test/records.ts'
import { readTldrawFile } from './read-tldraw.ts'

interface File {
  readonly schema: { readonly sequences: JsonObject }
  readonly records: readonly (JsonObject & { readonly props: JsonObject; readonly type?: string })[]
}

interface Segment {
  readonly points: readonly { readonly x: number; readonly z: number }[]
}

// One drawing, brought up by the migrations of each of these versions of @tldraw/tlschema itself.
const versions = JSON.parse(fixture('one-drawing-by-tldraw-version.json')) as Record<string, File>
const later = Object.keys(versions).filter((version) => version !== '3.15.6')

describe('[I29] a file of a later tldraw', () => {
  it.each(later)(
    '%s gives what the same drawing saved by 3.15.6 gives, and says that it is newer',
    (version) => {
      const right = read(readTldrawFile(bytesOf(versions['3.15.6']), aReader()))
      const { records, images, leftOut, remarks } = read(
        readTldrawFile(bytesOf(versions[version]), aReader()),
      )
      expect(remarks).toEqual([{ kind: 'newer-version', count: 1 }, ...right.remarks])
      expect(records.map(rounded)).toEqual(right.records.map(rounded))
      expect({ images, leftOut }).toEqual({ images: right.images, leftOut: right.leftOut })
      expect(right.records.filter(({ typeName }) => typeName === 'shape')).toHaveLength(11)
    },
  )

  it('5.5.2 with twelve kinds of shape gives eleven', () => {
    const file = JSON.parse(fixture('twelve-shapes-of-tldraw-5.5.2.tldr')) as File
    const { records, leftOut, remarks } = read(readTldrawFile(bytesOf(file), aReader()))
    expect(records.map(({ type }) => type)).toEqual([
      'note',
      'draw',
      'highlight',
      'line',
      'image',
      'frame',
      'geo',
      'arrow',
      'text',
      'text',
      'group',
    ])
    expect(leftOut).toBe(1)
    expect(remarks).toEqual([
      { kind: 'newer-version', count: 1 },
      { kind: 'unknown-kinds', count: 1 },
      { kind: 'other-kinds', count: 1 },
    ])
    const byType = new Map(records.map((record) => [record.type, record.props]))
    expect(byType.get('arrow')?.['text']).toBe('hoi')
    expect(byType.get('note')?.['fontSizeAdjustment']).toBe(0)
    expect(byType.get('draw')?.['segments']).toEqual([
      {
        type: 'free',
        points: [
          { x: 0, y: 0, z: 0.5 },
          { x: 10.125, y: 5.5, z: 0.5 },
        ],
      },
    ])
  })

  // Made with b64Vecs of @tldraw/tlschema 5.5.2.
  it.each([
    ['without pressure', { path: 'AAAAAAAAAABASYBFwMgAww==', dim: 2 }, [0.5, 0.5, 0.5]],
    ['with pressure', { path: 'AAAAAAAAAADNzEw+QEmARQA4wMgAw2a2', dim: 3 }, [0.2, 0.7, 0.3]],
    ['in the form before differences', { points: 'ADwAQAA4QEmAxQA4' }, [0.5, 0.5]],
  ])('has ink %s', (_form, ink, pressures) => {
    const [draw] = read(
      readTldrawFile(aFile('draw', { segments: [{ type: 'free', ...ink }] }), aReader()),
    ).records
    const segments = (draw?.props['segments'] ?? []) as unknown as Segment[]
    const [segment] = segments
    expect(segment?.points.map(({ z }) => Math.round(z * 100) / 100)).toEqual(pressures)
    expect(segment?.points.some(({ x }) => x === 10.5)).toBe(true)
  })

  it('has ink that was stretched', () => {
    const [draw] = read(readTldrawFile(aFile('draw', { scaleX: 2, scaleY: -1 }), aReader())).records
    expect(JSON.stringify(draw?.props['segments'])).toContain('{"x":21,"y":-5.5,')
  })

  it.each([
    ['triangle', { flipY: true }, 'triangle', true],
    ['triangle', { flipX: true }, 'triangle', false],
    ['arrow-left', { flipX: true }, 'arrow-right', false],
    ['rhombus', { flipX: true, flipY: true }, 'rhombus', false],
    ['rectangle', { flipX: true, flipY: true }, 'rectangle', false],
    ['cloud', { flipX: true }, 'cloud', true],
  ])('has a %s with %j as a %s', (geo, flips, right, isTold) => {
    const { records, remarks } = read(readTldrawFile(aFile('geo', { geo, ...flips }), aReader()))
    expect(records[0]?.props['geo']).toBe(right)
    expect(remarks.some(({ kind }) => kind === 'mirrored')).toBe(isTold)
  })

  it('loses what only a later one knows, and says which', () => {
    const { records, remarks } = read(
      readTldrawFile(
        aFile('note', { shadow: 'big', color: 'teal', font: 'handschrift' }),
        aReader(),
      ),
    )
    expect(records[0]?.props).toMatchObject({ color: 'yellow', font: 'draw' })
    expect(remarks).toContainEqual({
      kind: 'newer-fields',
      count: 3,
      names: ['color', 'font', 'shadow'],
    })
  })

  it('keeps the words of a text in a form that we do not know, and of a kind that we do not know', () => {
    const marks = [{ type: 'underline' }]
    const text = { type: 'text', text: 'Onderstreept', marks }
    const richText = { type: 'doc', content: [{ type: 'paragraph', content: [text] }], attrs: {} }
    const { records, remarks } = read(readTldrawFile(aFile('note', { richText }), aReader()))
    expect(JSON.stringify(records)).toContain('Onderstreept')
    expect(remarks).toContainEqual({ kind: 'labels', count: 1 })
    const file = aFile('note', { richText }, { type: 'com-card' })
    expect(JSON.stringify(read(readTldrawFile(file, aReader())).records)).toContain('Onderstreept')
  })

  it('tells an arrow that lost the form of its words', () => {
    const bold = { type: 'text', text: 'hoi', marks: [{ type: 'bold' }] }
    const richText = { type: 'doc', content: [{ type: 'paragraph', content: [bold] }] }
    const { records, remarks } = read(readTldrawFile(aFile('arrow', { richText }), aReader()))
    expect(records[0]?.props['text']).toBe('hoi')
    expect(remarks).toContainEqual({ kind: 'labels', count: 1 })
  })

  it('whose form is newer too is read as far as it goes', () => {
    const file = { ...versions['5.5.2'], tldrawFileFormatVersion: 2 }
    expect(read(readTldrawFile(bytesOf(file), aReader())).records.length).toBeGreaterThan(10)
    const strange = { ...file, records: [{ ...aNote('a'), props: {} }] }
    expect(readTldrawFile(bytesOf(strange), aReader())).toMatchObject({ refusal: 'newer' })
  })
})

/** A file of 5.5.2 with one shape, with other props than in the drawing. */
function aFile(type: string, props: object, differences: object = {}): Uint8Array {
  const file = versions['5.5.2']
  const shape = file?.records.find((record) => record.type === type)
  const records = [{ ...shape, props: { ...shape?.props, ...props }, ...differences }]
  return bytesOf({ ...file, records })
}

/** Ink goes through numbers of 16 and 32 bits. */
function rounded(record: object): string {
  return JSON.stringify(sorted(record))
}

function sorted(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1000) / 1000
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]) => [key, sorted(each)] as const)
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
}
