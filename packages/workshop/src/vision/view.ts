import type { PartRule } from '../ability/parts.ts'
import { toldFields } from './told-fields.ts'
import type { VisionState } from './state.ts'
import { verifiedOf } from './verify.ts'
import { FieldView, VerifiedView } from './vision.schema.ts'

/** What screens are told of the vision. */
export interface VisionParts {
  /** What was decided about its cards, field by field: `structureOf` sorts it out. */
  readonly arrangement: FieldView[]
  /** What the makers of cards said of statements, added up. */
  readonly verified: VerifiedView[]
}

type Rule<Name extends keyof VisionParts> = PartRule<VisionState, object, VisionParts[Name]>

const arrangement: Rule<'arrangement'> = {
  schema: FieldView.array(),
  toldTo: ['facilitator', 'participant', 'observer', 'wall'],
  of: ({ fields }) => toldFields(fields),
}

const verified: Rule<'verified'> = {
  schema: VerifiedView.array(),
  toldTo: ['facilitator', 'observer', 'wall'],
  of: ({ fields }) => {
    const all = verifiedOf(fields).map(({ statement, right, different, takeAway }) => ({
      id: statement,
      right,
      different: [...different],
      takeAway,
    }))
    return all.length === 0 ? undefined : all
  },
}

/** Who is told what of it. */
export const visionParts = { arrangement, verified }
