// Yjs has no public way to ask who wrote what.
// oxlint-disable no-underscore-dangle
import { recordMaps } from '@stip/documents'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Drawer } from './drawer.ts'

/** Runs undo or redo, and fails when anything changes that somebody else wrote last. */
export function expectOthersKeepTheirs(drawer: Drawer, change: () => void): void {
  const before = workOfOthers(drawer.document)
  change()
  const after = workOfOthers(drawer.document)
  const lost = [...before].filter(([place, value]) => after.get(place) !== value)
  expect(lost).toEqual([])
}

/** Every field and letter that somebody else wrote last, by where it stands. */
function workOfOthers(document: Y.Doc): Map<string, string> {
  const found = new Map<string, string>()
  for (const [id, map] of recordMaps(document)) {
    for (const [key, item] of map._map) {
      if (item.deleted || item.id.client === document.clientID) continue
      if (item.content instanceof Y.ContentAny) {
        found.set(`${id} ${key}`, JSON.stringify(item.content.arr.at(-1)))
      } else if (item.content instanceof Y.ContentType) {
        letters(item.content.type, document.clientID, `${id} ${key}`, found)
      }
    }
  }
  return found
}

function letters(
  parent: Y.AbstractType<unknown>,
  own: number,
  place: string,
  found: Map<string, string>,
): void {
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentType) letters(item.content.type, own, place, found)
    else if (item.content instanceof Y.ContentString && item.id.client !== own) {
      for (const [offset, letter] of item.content.str.split('').entries()) {
        found.set(`${place} ${item.id.client}:${item.id.clock + offset}`, letter)
      }
    }
  }
}
