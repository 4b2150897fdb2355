/** A rectangle of the board that somebody has on screen. */
export interface SeenArea {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** What people tell each other about themselves on a board. The server adds name and colour, or passes nothing on. */
export interface Said {
  readonly pointer: { readonly x: number; readonly y: number } | null | undefined
  readonly selected: readonly string[]
  readonly view: SeenArea | null
}

/** Of a larger selection, others see this many things. */
export const mostSelected = 20
const longestName = 200

/** Reads with care what somebody says: only sound numbers and names of shapes get through. */
export function readSaid(state: Readonly<Record<string, unknown>>): Said {
  const [pointer, view] = [state['pointer'], state['view']]
  const seen = numbersIn(view, ['x', 'y', 'w', 'h'])
  return {
    pointer: numbersIn(pointer, ['x', 'y']),
    selected: namesIn(state['selected']),
    view: seen !== undefined && seen.w > 0 && seen.h > 0 ? seen : null,
  }
}

function numbersIn<Key extends string>(
  value: unknown,
  keys: readonly Key[],
): Record<Key, number> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const numbers = keys.map((key) => (value as Record<string, unknown>)[key])
  const areSound = numbers.every((part) => typeof part === 'number' && Math.abs(part) <= 1e7)
  return areSound
    ? (Object.fromEntries(keys.map((key, at) => [key, numbers[at]])) as Record<Key, number>)
    : undefined
}

function namesIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  const names: unknown[] = value.slice(0, mostSelected)
  return names.filter(
    (name): name is string =>
      typeof name === 'string' && name.startsWith('shape:') && name.length <= longestName,
  )
}
