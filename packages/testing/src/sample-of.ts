/** A schema of zod, as far as values can be made from it. */
interface Schema {
  readonly def: {
    readonly type: string
    readonly innerType?: Schema
    readonly element?: Schema
    readonly options?: readonly Schema[]
    readonly values?: readonly unknown[]
    readonly entries?: Readonly<Record<string, unknown>>
  }
  readonly shape?: Readonly<Record<string, Schema>>
  readonly minValue?: number | null
  readonly maxValue?: number | null
}

/** What a sample is made of besides its schema. */
interface Making {
  /** A value for a field of this name; undefined where any will do. */
  readonly known: (field: string) => unknown
  /** A whole number from 0, below `count`. */
  readonly pick: (count: number) => number
}

/**
 * A value that a schema takes, so that a test goes past things that did not exist when it was written.
 *
 * @param field - The name under which it stands.
 */
export function sampleOf(schema: unknown, making: Making, field = ''): unknown {
  const { def, shape, minValue, maxValue } = schema as Schema
  const known = making.known(field)
  if (known !== undefined) return known
  const inner = (each: unknown): unknown => sampleOf(each, making, field)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape ?? {}).map(([name, each]) => [name, sampleOf(each, making, name)]),
      )
    case 'union':
      return inner(oneOf(def.options ?? [], making))
    case 'enum':
      return oneOf(Object.values(def.entries ?? {}), making)
    case 'literal':
      return oneOf(def.values ?? [], making)
    case 'nullable':
      return making.pick(2) === 1 ? null : inner(def.innerType)
    case 'array':
      return [inner(def.element)]
    case 'boolean':
      return making.pick(2) === 0
    case 'number': {
      const least = Math.max(minValue ?? 0, -1000)
      return least + making.pick(Math.min(maxValue ?? 1000, 1000) - least + 1)
    }
    case 'optional':
      return inner(def.innerType)
    case 'string':
      return `${field || 'text'}-${making.pick(10)}`
    default:
      throw new Error(`No sample can be made of ${def.type}.`)
  }
}

function oneOf<Value>(values: readonly Value[], { pick }: Making): Value {
  const value = values[pick(values.length)]
  if (value === undefined) throw new Error('There is nothing to choose from.')
  return value
}
