import type { Json, JsonObject } from '@stip/primitives'
import { limits } from '../schema/limits.ts'
import { refuseFile } from './board-import.ts'
import type { FileOutcome } from './board-import.ts'
import { importedWords } from './imported-words.ts'
import { textOfFile } from './text-of-file.ts'

/** Reads a file that should hold one JSON object. */
export function readJsonFile(bytes: Uint8Array): FileOutcome<JsonObject> {
  if (bytes.byteLength > limits.fileBytes) return refuseFile('too-large')
  if (bytes.byteLength === 0) return refuseFile('empty')
  try {
    const value: unknown = JSON.parse(textOfFile(bytes) ?? '')
    return isObject(value) ? { ok: true, value } : refuseFile('not-readable')
  } catch {
    // No JSON, no text, or cut off half-way.
    return refuseFile('not-readable')
  }
}

/** Whether a value from a file is an object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects in what should be a list. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** A finite number from a file, within what a board can hold. */
export function numberIn(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}

/** A text from a file, as a board may hold it. */
export function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? importedWords(value) : ''
}
