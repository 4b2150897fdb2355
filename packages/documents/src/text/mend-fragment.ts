import * as Y from 'yjs'
import { mayHold } from './check-text.ts'
import { ROOT, textMarks, textSchema, WORDS } from './text-schema.ts'

/**
 * How a text in the document is to the schema. 'incomplete': two people together took away what an
 * item or a list must have, and it can be added. 'foreign': something stands where no text has it,
 * so that a text editor would throw it away with all the words in it.
 */
export type TextFit = 'whole' | 'incomplete' | 'foreign'

/** Says whether a text editor can be opened on a text without loss. */
export function fitOf(fragment: Y.XmlFragment): TextFit {
  let fit: TextFit = 'whole'
  const waiting: Y.XmlFragment[] = [fragment]
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    const name = nameOf(parent)
    for (const child of parent.toArray() as unknown[]) {
      if (child instanceof Y.XmlText) {
        if (!mayHold(name, WORDS) || !holdsWords(child)) return 'foreign'
      } else if (child instanceof Y.XmlElement) {
        if (!mayHold(name, child.nodeName)) return 'foreign'
        waiting.push(child)
      } else return 'foreign'
    }
    if (missingIn(parent) !== undefined) fit = 'incomplete'
  }
  return fit
}

/**
 * Adds what is missing, so that a text editor takes the text as it is: empty paragraphs, and items
 * for them. Nothing is moved or taken away, so it harms nobody who types there at that moment.
 *
 * @returns Whether anything was missing.
 */
export function completeText(fragment: Y.XmlFragment): boolean {
  let isChanged = false
  const waiting: Y.XmlFragment[] = [fragment]
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    const missing = missingIn(parent)
    if (missing !== undefined) {
      parent.insert(0, [new Y.XmlElement(missing)])
      isChanged = true
    }
    for (const child of parent.toArray() as unknown[]) {
      if (child instanceof Y.XmlElement) waiting.push(child)
    }
  }
  return isChanged
}

/** What has to be put in front; an empty text is complete, because every editor begins with a paragraph. */
function missingIn(parent: Y.XmlFragment): string | undefined {
  if (!(parent instanceof Y.XmlElement)) return undefined
  const { filling, beginsWith } = textSchema.get(parent.nodeName) ?? {}
  if (parent.length === 0) return filling
  const first: unknown = parent.get(0)
  const name = first instanceof Y.XmlElement ? first.nodeName : WORDS
  return beginsWith === undefined || name === beginsWith ? undefined : beginsWith
}

/** Only letters, with marks that there are. */
function holdsWords(text: Y.XmlText): boolean {
  return (text.toDelta() as { insert?: unknown; attributes?: object }[]).every(
    ({ insert, attributes = {} }) =>
      typeof insert === 'string' && Object.keys(attributes).every((mark) => textMarks.has(mark)),
  )
}

function nameOf(parent: Y.XmlFragment): string {
  return parent instanceof Y.XmlElement ? parent.nodeName : ROOT
}
