import * as Y from 'yjs'
import { limits } from '../schema/limits.ts'
import { problemWithAttribute, problemWithMark } from './check-text.ts'
import { fitOf } from './mend-fragment.ts'

/**
 * Whether a text in a document came through the gateway, as far as one can see: nothing stands where no text has it,
 * with no mark, link or attribute that an update may not bring, and no deeper than a text goes. Reading leaves such
 * things out; an editor that is opened on the text does not.
 */
export function isOwnText(fragment: Y.XmlFragment): boolean {
  if (fitOf(fragment) === 'foreign') return false
  const waiting: [parent: Y.XmlFragment, depth: number][] = [[fragment, 0]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [parent, depth] = next
    for (const child of parent.toArray() as unknown[]) {
      if (child instanceof Y.XmlText && !hasOwnMarks(child)) return false
      if (!(child instanceof Y.XmlElement)) continue
      if (depth >= limits.depth || !hasOwnAttributes(child)) return false
      waiting.push([child, depth + 1])
    }
  }
  return true
}

function hasOwnMarks(text: Y.XmlText): boolean {
  const runs = text.toDelta() as { readonly attributes?: object }[]
  return runs.every(({ attributes = {} }) =>
    Object.entries(attributes).every(([mark, given]) => problemWithMark(mark, given) === undefined),
  )
}

function hasOwnAttributes(element: Y.XmlElement): boolean {
  return Object.entries(element.getAttributes() as Readonly<Record<string, unknown>>).every(
    ([name, value]) => problemWithAttribute(element.nodeName, name, value) === undefined,
  )
}
