import * as Y from 'yjs'
import { CREATED, recordMap, serverKeys, TEXT } from '../../schema/layout.ts'
import type { Conflicts } from './conflicts.ts'
import { isTemplateRecord } from './containers.ts'
import { countText } from '../findings.ts'
import type { Findings } from '../findings.ts'
import type { IncomingStructs } from './incoming-structs.ts'
import type { Places } from './places.ts'
import { UpdateRefusedError } from '../refusal.ts'
import { contentWeight } from '../totals/weights.ts'
import { parentOf, stateOf, structsBetween } from './yjs-internals.ts'

/** Structs that are read before others may go. */
const AT_A_TIME = 500

/** Which clocks of which clients an update deletes. */
export type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds']

/** Clocks of one client: from the first up to and without the last. */
type Range = readonly [client: number, start: number, end: number]

/** The ranges of a delete set, in order per client and without overlap. */
export function* rangesIn(deletes: DeleteSet): Generator<Range> {
  for (const [client, ranges] of deletes.clients) {
    for (const [start, end] of merged(ranges)) yield [client, start, end]
  }
}

/**
 * Reads a range that an update deletes, and says whether that is anything new.
 *
 * @throws {UpdateRefusedError} When it deletes what nobody wrote yet, or what only the server may.
 */
export function* readDelete(
  document: Y.Doc,
  incoming: IncomingStructs,
  places: Places,
  [client, start, end]: Range,
  findings: Findings,
  conflicts: Conflicts,
): Generator<void, boolean> {
  let isNew = false
  let read = 0
  if (end > incoming.end(client)) throw new UpdateRefusedError('future-delete')
  if (start < stateOf(document, client)) {
    for (const struct of structsBetween(document, client, start, end)) {
      conflicts.look()
      if (++read % AT_A_TIME === 0) yield
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      isNew = true
      const length = overlap(struct, start, end)
      if (length < struct.length) conflicts.cut(client)
      conflicts.leave(parentOf(struct))
      noteDelete(document, places, struct, length, findings)
    }
  }
  for (const struct of incoming.between(client, start, end)) {
    if (++read % AT_A_TIME === 0) yield
    if (!(struct instanceof Y.Item)) continue
    const length = overlap(struct, start, end)
    if (length < struct.length) conflicts.cut(client)
    const { type } = places.of(struct)
    if (type !== undefined) conflicts.leave(type)
    noteDelete(document, places, struct, length, findings)
  }
  return isNew
}

function noteDelete(
  document: Y.Doc,
  places: Places,
  item: Y.Item,
  length: number,
  findings: Findings,
): void {
  const { container, key } = places.of(item)
  if (container.kind === 'void') return
  if (container.kind === 'records') throw new UpdateRefusedError('removes-record', key ?? '')
  const { record } = container
  findings.weight -= contentWeight(key, item.content, length)
  if (container.kind === 'record') {
    if (key === 'gone') findings.revived.add(record)
    if (key === CREATED || key === TEXT) throw new UpdateRefusedError('removes-record', record)
    if (serverKeys.has(key ?? '')) throw new UpdateRefusedError('server-only', record)
  } else if (item.content instanceof Y.ContentString) countText(findings, record, -length)
  if (findings.touched.has(record)) return
  if (isTemplateRecord(recordMap(document, record))) {
    throw new UpdateRefusedError('template-record', record)
  }
  findings.touched.add(record)
}

function overlap(item: Y.Item, start: number, end: number): number {
  return Math.min(end, item.id.clock + item.length) - Math.max(start, item.id.clock)
}

/** Ranges in order and without overlap: a forged list could have everything read again and again. */
function merged(ranges: readonly { clock: number; len: number }[]): [number, number][] {
  const result: [number, number][] = []
  for (const { clock, len } of ranges.toSorted((one, other) => one.clock - other.clock)) {
    const end = clock + len
    // An empty range makes Yjs throw, or wait for ever.
    if (len < 1 || !Number.isSafeInteger(end)) throw new UpdateRefusedError('malformed')
    const last = result.at(-1)
    if (last !== undefined && clock <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([clock, end])
  }
  return result
}
