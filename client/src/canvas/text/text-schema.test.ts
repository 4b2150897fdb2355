// @vitest-environment jsdom
import { textMarks, textSchema } from '@stip/documents'
import { getSchema } from '@tiptap/core'
import type { AnyExtension } from '@tiptap/core'
import { Fragment } from '@tiptap/pm/model'
import type { NodeType, Schema } from '@tiptap/pm/model'
import { tipTapDefaultExtensions } from 'tldraw'
import { describe, expect, it } from 'vitest'

const schema: Schema = getSchema(tipTapDefaultExtensions as AnyExtension[])

describe('[B134] the schema of the gateway is that of the text editor', () => {
  it('has its elements and its marks', () => {
    const elements = Object.keys(schema.nodes).filter((name) => name !== 'text')
    expect([...textSchema.keys()].toSorted()).toEqual(elements.toSorted())
    expect([...textMarks.keys()].toSorted()).toEqual(Object.keys(schema.marks).toSorted())
  })

  it.each([...textSchema])('%s holds the same, and has the same attributes', (name, ours) => {
    const type = schema.nodes[name] as NodeType
    const names = Object.keys(schema.nodes).filter((child) => canHold(type, child))
    expect([...ours.holds].toSorted()).toEqual(names.toSorted())
    expect([...ours.attributes.keys()].toSorted()).toEqual(
      Object.keys(type.spec.attrs ?? {}).toSorted(),
    )
    for (const [attribute, rule] of ours.attributes) {
      expect(rule.isRight(type.spec.attrs?.[attribute]?.default)).toBe(true)
    }
  })

  it.each([...textSchema])(
    '%s misses the same when it is empty, or begins otherwise',
    (name, ours) => {
      const type = schema.nodes[name] as NodeType
      const filling = type.contentMatch.fillBefore(Fragment.empty, true)?.firstChild?.type.name
      expect(ours.filling).toBe(filling)
      const first = [...ours.holds].filter(
        (child) => type.contentMatch.matchType(schema.nodes[child] as NodeType) !== null,
      )
      expect(first).toEqual(ours.beginsWith === undefined ? [...ours.holds] : [ours.beginsWith])
    },
  )

  it.each([...textMarks])(
    'the mark %s has the same attributes, and may stand in any line',
    (name, rules) => {
      const type = schema.marks[name]
      expect([...rules.keys()].toSorted()).toEqual(Object.keys(type?.spec.attrs ?? {}).toSorted())
      // A link without an address is no link; everything else may stay unsaid.
      const unsaid = [...rules].filter(([attribute]) => attribute !== 'href')
      for (const [attribute, rule] of unsaid) {
        expect(rule.isRight(type?.spec.attrs?.[attribute]?.default)).toBe(true)
      }
      for (const line of ['paragraph', 'heading']) {
        expect(type !== undefined && schema.nodes[line]?.allowsMarkType(type)).toBe(true)
      }
      // Two of one kind on one letter would be stored under names of their own.
      expect(type?.excludes(type)).toBe(true)
    },
  )
})

/** Whether something of this kind may stand in it at some place. */
function canHold(type: NodeType, child: string): boolean {
  const wanted = schema.nodes[child] as NodeType
  const seen = new Set([type.contentMatch])
  for (const match of seen) {
    for (let edge = 0; edge < match.edgeCount; edge++) {
      const { type: next, next: after } = match.edge(edge)
      if (next === wanted) return true
      seen.add(after)
    }
  }
  return false
}
