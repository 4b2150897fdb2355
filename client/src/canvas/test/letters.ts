// Yjs has no public way to ask who wrote a letter.
// oxlint-disable no-underscore-dangle
import * as Y from 'yjs'

/** A letter that stands in a text, as a UTF-16 code unit, and the client that wrote it. */
interface Letter {
  readonly unit: string
  readonly client: number
  readonly clock: number
}

/** All letters that stand in a text, in their order. */
export function lettersIn(parent: { readonly _start: Y.Item | null }): Letter[] {
  const letters: Letter[] = []
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { client, clock } = item.id
    if (item.content instanceof Y.ContentType) letters.push(...lettersIn(item.content.type))
    else if (item.content instanceof Y.ContentString) {
      for (let offset = 0; offset < item.content.str.length; offset++) {
        letters.push({ unit: item.content.str.charAt(offset), client, clock: clock + offset })
      }
    }
  }
  return letters
}
