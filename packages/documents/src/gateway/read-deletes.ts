import * as Y from 'yjs'
import { CREATED, recordMap, serverKeys, TEXT } from '../layout.ts'
import { isTemplateRecord } from './containers.ts'
import { countText } from './findings.ts'
import type { Findings } from './findings.ts'
import type { IncomingStructs } from './incoming-structs.ts'
import type { Places } from './places.ts'
import { UpdateRefusedError } from './refusal.ts'
import { stateOf, structsBetween } from './yjs-internals.ts'

type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds']

/**
 * Reads what an update deletes, and says whether that is anything new.
 *
 * @throws {UpdateRefusedError} When it deletes what nobody wrote yet, or what only the server may.
 */
export function readDeletes(
  document: Y.Doc,
  incoming: IncomingStructs,
  places: Places,
  deletes: DeleteSet,
  findings: Findings,
): boolean {
  let isNew = false
  for (const [client, ranges] of deletes.clients) {
    for (const [start, end] of merged(ranges)) {
      if (end > incoming.end(client)) throw new UpdateRefusedError('future-delete')
      const known = stateOf(document, client)
      if (start < known) {
        for (const struct of structsBetween(document, client, start, end)) {
          if (!(struct instanceof Y.Item) || struct.deleted) continue
          isNew = true
          readDelete(document, places, struct, overlap(struct, start, end), findings)
        }
      }
      for (const struct of incoming.between(client, start, end)) {
        if (!(struct instanceof Y.Item)) continue
        readDelete(document, places, struct, overlap(struct, start, end), findings)
      }
    }
  }
  return isNew
}

function readDelete(
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
  if (container.kind === 'record') {
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
