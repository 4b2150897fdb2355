import type { PartRule } from '../ability/parts.ts'
import { toldFields } from './told-fields.ts'
import type { VisionState } from './state.ts'
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
