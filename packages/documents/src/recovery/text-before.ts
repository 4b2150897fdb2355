import type { RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { itemsIn } from '../gateway/structs/yjs-internals.ts'
import { textFragment } from '../record/read-record.ts'
import type { Confirmed, Removed } from './own-changes.ts'

/** The letters of a text, a line per paragraph; null for one of which only the place is known. */
type Letters = readonly (string | null)[]

/**
 * A text as it was before somebody worked on without the server. What was removed since is thrown
 * away by Yjs; that something stood there is known.
 *
 * @returns Undefined when that cannot be told: whole paragraphs were removed, or it has lists.
 */
export function textBefore(
  document: Y.Doc,
  id: RecordId,
  confirmed: Confirmed,
  removed: readonly Removed[],
): Letters | undefined {
  const fragment = textFragment(document, id)
  if (fragment === undefined) return undefined
  const isRemoved = (client: number, clock: number): boolean =>
    removed.some((range) => {
      return range.client === client && range.clock <= clock && clock < range.clock + range.length
    })
  const lines: Letters[] = []
  for (const item of itemsIn(fragment)) {
    const { client, clock } = item.id
    if (item.deleted && isRemoved(client, clock)) return undefined
    if (item.deleted || clock >= confirmed(client)) continue
    const letters = lettersOf(item, confirmed, isRemoved)
    if (letters === undefined) return undefined
    lines.push(letters)
  }
  return lines.flatMap((line, number) => (number === 0 ? line : ['\n', ...line]))
}

/** Whether a text may be just that: every letter that is known stands where it stood. */
export function isTextBefore(text: string, before: Letters): boolean {
  return (
    text.length === before.length &&
    before.every((letter, at) => letter === null || letter === text[at])
  )
}

function lettersOf(
  paragraph: Y.Item,
  confirmed: Confirmed,
  isRemoved: (client: number, clock: number) => boolean,
): Letters | undefined {
  const [element] = paragraph.content.getContent() as unknown[]
  if (!(element instanceof Y.XmlElement) || element.nodeName !== 'paragraph') return undefined
  const letters: (string | null)[] = []
  for (const { content, deleted } of itemsIn(element)) {
    if (deleted) continue
    const [text] = content.getContent() as unknown[]
    if (!(text instanceof Y.XmlText)) return undefined
    for (const item of itemsIn(text)) {
      const { client, clock } = item.id
      for (let at = 0; item.countable && at < item.length; at++) {
        if (clock + at >= confirmed(client)) continue
        if (!item.deleted) letters.push(String(item.content.getContent()[at]))
        else if (isRemoved(client, clock + at)) letters.push(null)
      }
    }
  }
  return letters
}
