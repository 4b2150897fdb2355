import type { BoardRecord } from '@stip/board'

/** A note as records have it, for tests. */
export function aNote(name: string, text: string): BoardRecord {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] }
  return {
    id: `shape:${name}`,
    typeName: 'shape',
    type: 'note',
    x: 0,
    y: 0,
    props: { richText: { type: 'doc', content: [paragraph] } },
    meta: {},
  }
}
