// Yjs has no public way to ask who wrote what.
// oxlint-disable no-underscore-dangle
import { recordMaps } from '@stip/documents'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Drawer } from './drawer.ts'
import { lettersIn } from './letters.ts'

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
