import type { BoardRecord } from '@stip/board'
import { aNote as anExample, richText } from '@stip/documents/examples'

/** A note with a text on it. */
export function aNote(id: string, text: string, meta: BoardRecord['meta'] = {}): BoardRecord {
  return anExample(id, { x: 0, y: 0, props: { richText: richText(text) }, meta })
}
