import { sameJson } from '@stip/primitives'
import type { JsonObject } from '@stip/primitives'
import type * as Y from 'yjs'
import { runsOf } from './rich-text.ts'
import type { TextRun } from './rich-text.ts'

/** Makes a text hold these runs, writing only the characters and marks that differ. */
export function writeRuns(text: Y.XmlText, wanted: readonly TextRun[]): void {
  writeCharacters(text, wanted)
  writeMarks(text, wanted)
}

function writeCharacters(text: Y.XmlText, wanted: readonly TextRun[]): void {
  const before = runsOf(text)
    .map((run) => run.text)
    .join('')
  const after = wanted.map((run) => run.text).join('')
  if (before === after) return
  const start = commonStart(before, after)
  const end = commonEnd(before.slice(start), after.slice(start))
  const removed = before.length - start - end
  if (removed > 0) text.delete(start, removed)
  const added = after.slice(start, after.length - end)
  // Marks are settled afterwards; text that is typed keeps those of its surroundings.
  if (added !== '') text.insert(start, added)
}

function writeMarks(text: Y.XmlText, wanted: readonly TextRun[]): void {
  let position = 0
  for (const change of markChanges(runsOf(text), wanted)) {
    if (Object.keys(change.attributes).length > 0) {
      text.format(position, change.length, change.attributes)
    }
    position += change.length
  }
}

/** What to change on every stretch of a text; both lists spell the same characters. */
function markChanges(
  present: readonly TextRun[],
  wanted: readonly TextRun[],
): { length: number; attributes: JsonObject }[] {
  const changes: { length: number; attributes: JsonObject }[] = []
  const queue = [...present]
  for (const run of wanted) {
    let left = run.text.length
    while (left > 0) {
      const current = queue.shift()
      if (current === undefined) return changes
      const length = Math.min(left, current.text.length)
      changes.push({ length, attributes: difference(current.attributes, run.attributes) })
      if (current.text.length > length) {
        queue.unshift({ text: current.text.slice(length), attributes: current.attributes })
      }
      left -= length
    }
  }
  return changes
}

function difference(present: JsonObject, wanted: JsonObject): JsonObject {
  const removed = Object.keys(present).filter((name) => wanted[name] === undefined)
  const added = Object.entries(wanted).filter(([name, value]) => !sameJson(present[name], value))
  return {
    ...Object.fromEntries(removed.map((name) => [name, null])),
    ...Object.fromEntries(added),
  }
}

// Neither end may stand inside a surrogate pair: Yjs replaces half a character by a question mark.

export function commonStart(one: string, other: string): number {
  const limit = Math.min(one.length, other.length)
  let length = 0
  while (length < limit && one[length] === other[length]) length++
  return isHighSurrogate(one.charCodeAt(length - 1)) ? length - 1 : length
}

export function commonEnd(one: string, other: string): number {
  const limit = Math.min(one.length, other.length)
  let length = 0
  while (length < limit && one.at(-1 - length) === other.at(-1 - length)) length++
  return isLowSurrogate(one.charCodeAt(one.length - length)) ? length - 1 : length
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd8_00 && code <= 0xdb_ff
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc_00 && code <= 0xdf_ff
}
