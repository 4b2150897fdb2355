import { element, xmlFile } from './xml.ts'

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

type Relation = readonly [id: string, type: string, target: string]

/** Says which files belong to a file, and by which names it knows them. */
export function relationsFile(relations: readonly Relation[]): Uint8Array {
  return xmlFile(
    element(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      ...relations.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target })),
    ),
  )
}
