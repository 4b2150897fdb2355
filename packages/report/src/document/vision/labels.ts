import type { VisionContent } from '../../content/content.ts'
import type { Statement, StatementList } from '../../content/statement.ts'

/** How statements of a list are called, by which a reader finds them again further on. */
const names: Readonly<Record<StatementList, string>> = {
  shared: 'Zin',
  offer: 'Aanbod',
  ask: 'Vraag',
  difference: 'Verschil',
  open: 'Open punt',
}

/** A statement with the label that it has everywhere in a document: 'Zin 2'. */
export interface Labelled {
  readonly label: string
  readonly statement: Statement
}

/** The statements of some lists, in order. */
export function labelled(
  { statements }: VisionContent,
  lists: readonly StatementList[],
): readonly Labelled[] {
  return lists.flatMap((list) =>
    statements
      .filter((statement) => statement.list === list)
      .map((statement, place) => ({ label: `${names[list]} ${place + 1}`, statement })),
  )
}

/** How a statement is called in the version that it is of. */
export function labelOf(content: VisionContent, { id, list }: Statement): string {
  return labelled(content, [list]).find(({ statement }) => statement.id === id)?.label ?? ''
}
