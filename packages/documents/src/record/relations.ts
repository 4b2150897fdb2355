import type { Source } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { AWAY, recordMaps } from '../schema/layout.ts'
import { createdFields } from './read-record.ts'

/** What a record has to do with others. */
export interface Relations {
  readonly id: RecordId
  /** What it was made of. */
  readonly sources: readonly Source[]
  /** The template's, or taken away: nobody takes it away (again). */
  readonly isFixed: boolean
  /** What it stands in: a frame, a group or the page. */
  readonly parent: RecordId | undefined
  /** Of what shows a photo: the asset that it shows. */
  readonly asset: RecordId | undefined
  /** Of an asset: where its photo is. */
  readonly photo: string | undefined
}

/** What all records of a board have to do with others, also the ones that are gone; no words are read. */
export function relationsOn(document: Y.Doc): readonly Relations[] {
  const found: Relations[] = []
  recordMaps(document).forEach((map, id) => {
    if (!(map instanceof Y.Map)) return
    const sources = (map.get('sources') as readonly Source[] | undefined) ?? []
    const created = createdFields(map)
    const textIn = (key: string): string | undefined => {
      const value = map.get(key) ?? created?.[key]
      return typeof value === 'string' ? value : undefined
    }
    found.push({
      id,
      sources,
      isFixed: map.get('tpl') === true || map.get(AWAY) === true,
      parent: parentOf(map.get('pi') ?? created?.['pi']),
      asset: textIn('p.assetId'),
      photo: textIn('p.src'),
    })
  })
  return found
}

function parentOf(place: unknown): RecordId | undefined {
  const [parent] = Array.isArray(place) ? (place as readonly unknown[]) : []
  return typeof parent === 'string' ? parent : undefined
}
