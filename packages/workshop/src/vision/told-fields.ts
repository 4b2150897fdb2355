import { isToldField } from './fields.ts'
import type { VisionFields } from './state.ts'

/** One field, as screens are told it. */
interface FieldTold {
  readonly id: string
  readonly value: string
}

/** Fields, as screens are told them: without what only the maker of a card may know of. */
export function toldFields(fields: VisionFields): FieldTold[] | undefined {
  const told = Object.entries(fields).flatMap(([id, value]) =>
    isToldField(id) ? [{ id, value }] : [],
  )
  return told.length === 0 ? undefined : told
}

/** The fields, of what a screen was told. */
export function fieldsTold(told: readonly FieldTold[] = []): VisionFields {
  return Object.fromEntries(told.map(({ id, value }) => [id, value]))
}
