import type { Source } from '@stip/board'
import type { Json, JsonObject } from '@stip/primitives'
import type * as Y from 'yjs'
import { liveRecords } from './record/live-records.ts'
import { readRecord } from './record/read-record.ts'
import { plainTextOf } from './text/rich-text.ts'

/** A board as plain JSON for other programs: every record with its words and where it came from. */
export interface BoardJson {
  readonly format: 'stip-board'
  readonly version: 1
  readonly records: readonly JsonObject[]
}

/** Writes down what a board shows. Addresses of images are those of this server. */
export function toBoardJson(document: Y.Doc): BoardJson {
  const records = liveRecords(document).map((record) => {
    const sources: readonly Source[] = readRecord(document, record.id)?.sources ?? []
    return { ...record, text: wordsOf(record.props), sources: sources as unknown as Json }
  })
  return { format: 'stip-board', version: 1, records }
}

/** The words on a record, whatever kind it is; '' when it has none. */
function wordsOf(props: JsonObject): string {
  if (props['richText'] !== undefined) return plainTextOf(props['richText'])
  const words = [props['title'], props['question'], props['text'], props['name'], props['altText']]
  return words.filter(isWritten).join('\n')
}

function isWritten(word: Json | undefined): word is string {
  return typeof word === 'string' && word !== ''
}
