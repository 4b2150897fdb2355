import type { PartRule } from '../ability/parts.ts'
import type { VisionFields, VisionState } from './state.ts'
import { FieldView } from './vision.schema.ts'

/** What screens are told of the vision. */
export interface VisionParts {
  /** What was decided about its cards, field by field: `structureOf` sorts it out. */
  readonly arrangement: FieldView[]
}

type Rule<Name extends keyof VisionParts> = PartRule<VisionState, object, VisionParts[Name]>

const arrangement: Rule<'arrangement'> = {
  schema: FieldView.array(),
  toldTo: ['facilitator', 'participant', 'observer', 'wall'],
  of: ({ fields }) => toldFields(fields),
}

/** Who is told what of it. */
export const visionParts = { arrangement }

/** Fields, as screens are told them. */
export function toldFields(fields: VisionFields): FieldView[] | undefined {
  const told = Object.entries(fields).map(([id, value]) => ({ id, value }))
  return told.length === 0 ? undefined : told
}

/** The fields, of what a screen was told. */
export function fieldsTold(told: VisionParts['arrangement'] = []): VisionFields {
  return Object.fromEntries(told.map(({ id, value }) => [id, value]))
}
