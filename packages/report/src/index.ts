export { canonical } from './canonical/canonical.ts'
export type { Json } from './canonical/canonical.ts'
export { CONTENT_FORM, visionContent, VisionContent } from './content/content.ts'
export type { Drawing, Question } from './content/content.ts'
export type { Lens } from './content/lens.ts'
export type { Card, Group, PeopleByRole, PictureReference } from './content/pieces.ts'
export type {
  Consent,
  Critique,
  OtherVoice,
  Statement,
  StatementList,
} from './content/statement.ts'
export { differenceOf } from './difference/difference.ts'
export type { StatementDifference, VisionDifference } from './difference/difference.ts'
export { wordDifference } from './difference/words.ts'
export type { WordPart } from './difference/words.ts'
export { fiveRule } from './lens/five-rule.ts'
export type { RoleSize, Split } from './lens/five-rule.ts'
export { lensOf, peopleByRole } from './lens/lens.ts'
export type { LensInput, RoleCounts } from './lens/lens.ts'
export { documentKinds, formats } from './writers/formats.ts'
export type { DocumentKind, Format } from './writers/formats.ts'
export { consentByRole } from './lens/consent-by-role.ts'
export type { ConsentSplit } from './lens/consent-by-role.ts'
