import { limits } from '../schema/limits.ts'

/** Names that reach into the prototype of objects; nobody calls a thing like this by accident. */
export const dangerousNames: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
])

/**
 * Says what keeps a value from being plain data that is safe to keep: only what JSON can carry,
 * numbers finite and within `largest`, not too deep and not too much.
 */
export function problemWithJson(value: unknown, largest: number): string | undefined {
  return typeof value === 'object' && value !== null
    ? new JsonReader(largest).problemWith(value, 0)
    : problemWithPart(value, largest)
}

/** The same for what has no parts. */
function problemWithPart(value: unknown, largest: number): string | undefined {
  switch (typeof value) {
    case 'boolean':
      return undefined
    case 'number':
      return Math.abs(value) <= largest ? undefined : 'number-out-of-range'
    case 'string':
      return value.length <= limits.textLength ? undefined : 'text-too-long'
    default:
      return value === null ? undefined : 'not-json'
  }
}

class JsonReader {
  readonly #largest: number
  #left: number = limits.values

  constructor(largest: number) {
    this.#largest = largest
  }

  problemWith(value: unknown, depth: number): string | undefined {
    if (this.#left-- <= 0) return 'too-much'
    if (typeof value !== 'object' || value === null) return problemWithPart(value, this.#largest)
    if (depth >= limits.depth) return 'too-deep'
    return Array.isArray(value)
      ? this.#problemInList(value, depth)
      : this.#problemInObject(value, depth)
  }

  #problemInList(list: readonly unknown[], depth: number): string | undefined {
    for (const item of list) {
      const problem = this.problemWith(item, depth + 1)
      if (problem !== undefined) return problem
    }
    return undefined
  }

  #problemInObject(object: object, depth: number): string | undefined {
    // An update that writes '__proto__' shows only here: the reader has set the prototype with it.
    if (Object.getPrototypeOf(object) !== Object.prototype) return 'not-json'
    for (const [name, item] of Object.entries(object)) {
      if (dangerousNames.has(name) || name.length > 100) return 'forbidden-name'
      const problem = this.problemWith(item, depth + 1)
      if (problem !== undefined) return problem
    }
    return undefined
  }
}
