// Yjs has no public way to ask who wrote what.
// oxlint-disable no-underscore-dangle
import { plainTextOf, readRecord, recordMaps } from '@stip/documents'
import type { Json } from '@stip/primitives'
import type { Editor, TLRichText, TLShape } from 'tldraw'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Drawer } from './drawer.ts'
import { lettersIn } from './letters.ts'

/** All words that somebody replaced at once, and what they were replaced by, per shape. */
const replaced = new WeakMap<Editor, Set<string>>()

/**
 * This person replaces all words of a shape. What others wrote may fit in the new words, and whoever
 * takes the replacement back writes it again, with all the others that were there.
 */
export function noteReplaced(editor: Editor, shape: TLShape, words: TLRichText): void {
  const known = replaced.get(editor) ?? new Set<string>()
  const { richText } = shape.props as { richText?: TLRichText }
  for (const each of [words, richText]) known.add(`${shape.id} ${plainTextOf(each as Json)}`)
  replaced.set(editor, known)
}

/** Runs undo or redo, and fails when anything changes that somebody else wrote last. */
export function expectOthersKeepTheirs(drawer: Drawer, change: () => void): void {
  const before = workOfOthers(drawer.document)
  change()
  const after = workOfOthers(drawer.document)
  const lost = [...before].filter(
    ([place, value]) => after.get(place) !== value && !isReplacedAgain(drawer, place),
  )
  expect(lost).toEqual([])
}

function isReplacedAgain({ document, editor }: Drawer, place: string): boolean {
  const [id = '', key] = place.split(' ')
  const words = plainTextOf(readRecord(document, id)?.record.props['richText'])
  return key === 't' && replaced.get(editor)?.has(`${id} ${words}`) === true
}

/** Every field and letter that somebody else wrote last, by where it stands. */
function workOfOthers(document: Y.Doc): Map<string, string> {
  const found = new Map<string, string>()
  for (const [id, map] of recordMaps(document)) {
    for (const [key, item] of map._map) {
      if (item.deleted) continue
      if (item.content instanceof Y.ContentAny && item.id.client !== document.clientID) {
        found.set(`${id} ${key}`, JSON.stringify(item.content.arr.at(-1)))
      } else if (item.content instanceof Y.ContentType) {
        for (const { unit, client, clock } of lettersIn(item.content.type)) {
          if (client !== document.clientID) found.set(`${id} ${key} ${client}:${clock}`, unit)
        }
      }
    }
  }
  return found
}
