import type { RecordId } from '@stip/primitives'
import type { BoardRecord } from '../record.ts'
import { end } from '../ends.ts'
import { wordsOn } from './words.ts'

/** One end of an arrow, seen from the thing at the other end. */
export interface Connection {
  readonly arrow: RecordId
  readonly direction: 'to' | 'from'
  readonly other: RecordId
  /** The words on the other thing. */
  readonly otherText: string
  /** The words on the arrow. */
  readonly label: string
}

interface Connections extends ReadonlyMap<RecordId, readonly Connection[]> {
  /** Arrows whose both ends are tied to something with words. */
  readonly tied: ReadonlySet<RecordId>
}

/** For everything with words, the arrows from and to it. In order of the id of the arrow. */
export function connectionsOf(records: readonly BoardRecord[]): Connections {
  const shapes = new Map(records.map((record) => [record.id, record]))
  const ends = new Map<RecordId, { start?: RecordId; end?: RecordId }>()
  for (const record of records) {
    if (record.typeName !== 'binding') continue
    const arrow = end(record, 'fromId')
    const terminal = record.props['terminal'] === 'start' ? 'start' : 'end'
    ends.set(arrow, { ...ends.get(arrow), [terminal]: end(record, 'toId') })
  }
  const found = new Map<RecordId, Connection[]>()
  const tied = new Set<RecordId>()
  const add = (id: RecordId, connection: Connection): void => {
    const known = found.get(id) ?? []
    found.set(id, known)
    known.push(connection)
  }
  for (const id of [...ends.keys()].toSorted()) {
    const [arrow, from, to] = [id, ends.get(id)?.start, ends.get(id)?.end].map((one) =>
      one === undefined ? undefined : shapes.get(one),
    )
    if (arrow === undefined || from === undefined || to === undefined) continue
    const [fromText, toText, label] = [wordsOn(from), wordsOn(to), wordsOn(arrow)]
    if (fromText === '' || toText === '') continue
    tied.add(id)
    add(from.id, { arrow: id, direction: 'to', other: to.id, otherText: toText, label })
    add(to.id, { arrow: id, direction: 'from', other: from.id, otherText: fromText, label })
  }
  return Object.assign(found, { tied })
}
