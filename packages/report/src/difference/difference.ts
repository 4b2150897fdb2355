import type { VisionContent } from '../content/content.ts'
import type { Card } from '../content/pieces.ts'
import type { Statement, StatementList } from '../content/statement.ts'
import { wordDifference } from './words.ts'
import type { WordPart } from './words.ts'

/** What became of one statement. */
export type StatementDifference =
  | { readonly kind: 'added'; readonly statement: Statement }
  | { readonly kind: 'removed'; readonly statement: Statement }
  | {
      readonly kind: 'changed'
      readonly statement: Statement
      /** Undefined: the text is the same. */
      readonly words?: readonly WordPart[]
      /** The list in which it stood before; undefined: it stands in the same. */
      readonly from?: StatementList
      readonly sourcesAdded: readonly Card[]
      readonly sourcesRemoved: readonly Card[]
    }

/** How a version differs from the one before, statement by statement. */
export interface VisionDifference {
  /** In the order of the version after; what is not in it any more comes last. */
  readonly statements: readonly StatementDifference[]
  /** How many statements are as they were. */
  readonly same: number
}

/** What changed between two versions. A statement is the same one for as long as it keeps its id. */
export function differenceOf(before: VisionContent, after: VisionContent): VisionDifference {
  const old = new Map(before.statements.map((statement) => [statement.id, statement]))
  const now = new Set(after.statements.map(({ id }) => id))
  const ofNow = after.statements.flatMap((statement): readonly StatementDifference[] => {
    const was = old.get(statement.id)
    return was === undefined ? [{ kind: 'added', statement }] : changed(was, statement)
  })
  const gone = before.statements.filter(({ id }) => !now.has(id))
  return {
    statements: [...ofNow, ...gone.map((statement) => ({ kind: 'removed', statement }) as const)],
    same: after.statements.length - ofNow.length,
  }
}

function changed(was: Statement, statement: Statement): readonly StatementDifference[] {
  const sourcesAdded = without(statement.sources, was.sources)
  const sourcesRemoved = without(was.sources, statement.sources)
  const [isReworded, isMoved] = [was.text !== statement.text, was.list !== statement.list]
  const isSame = !isReworded && !isMoved && sourcesAdded.length === 0 && sourcesRemoved.length === 0
  if (isSame) return []
  return [
    {
      kind: 'changed',
      statement,
      ...(isReworded && { words: wordDifference(was.text, statement.text) }),
      ...(isMoved && { from: was.list }),
      sourcesAdded,
      sourcesRemoved,
    },
  ]
}

function without(cards: readonly Card[], others: readonly Card[]): readonly Card[] {
  const ids = new Set(others.map(({ cardId }) => cardId))
  return cards.filter(({ cardId }) => !ids.has(cardId))
}
