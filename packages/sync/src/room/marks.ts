// Which marks of a text say nothing can only be seen from inside Yjs.
/* oxlint-disable no-underscore-dangle */
import * as Y from 'yjs'

/**
 * The formatting marks of a text that say nothing: another one of the same kind follows before the
 * next letter, or nothing was said before that they could end.
 *
 * Yjs looks for fewer of them, for other ones after a change of marks than after one of letters,
 * and at all of them only where it happens to look. A text without any of these has nothing left for
 * Yjs to tidy, in whatever steps somebody gets there.
 */
function idleMarks(text: Y.XmlText | Y.Text): readonly Y.Item[] {
  const idle: Y.Item[] = []
  let gap: Y.Item[] = []
  let isBeginning = true
  const closeGap = (): void => {
    const later = new Set<string>()
    for (const mark of gap.toReversed()) {
      const { key, value } = mark.content as Y.ContentFormat
      if (later.has(key) || (isBeginning && value === null)) idle.push(mark)
      later.add(key)
    }
    gap = []
    isBeginning = false
  }
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) gap.push(item)
    else if (gap.length > 0) closeGap()
    else isBeginning = false
  }
  closeGap()
  return idle
}

/**
 * Has a document put idle marks away by itself, in every text that a transaction changed and that is
 * not new: right after it, in a transaction of its own.
 */
export function putIdleMarksAway(doc: Y.Doc): void {
  doc.on('afterTransaction', ({ changed }) => {
    let idle: Y.Item[] | undefined
    for (const type of changed.keys()) {
      if (!(type instanceof Y.Text) || !type._hasFormatting || type._item?.deleted === true)
        continue
      idle = [...(idle ?? []), ...idleMarks(type)]
    }
    if (idle === undefined || idle.length === 0) return
    const marks = idle
    doc.transact((transaction) => {
      for (const mark of marks) mark.delete(transaction)
    })
  })
}

/**
 * Whether an update only takes marks away, in such a way that no letter looks different: then it may
 * come from anybody. Yjs does that on every screen, as if the reader had written it.
 *
 * @param update - Bytes of which it is known that they can be read.
 */
export function onlyTakesIdleMarksAway(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (clock + struct.length > Y.getState(doc.store, client)) return false
  }
  const taken = new Map<Y.Text, Set<Y.Item>>()
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (clock + len > Y.getState(doc.store, client)) return false
      for (const item of aliveBetween(doc, client, clock, clock + len)) {
        const { content, parent } = item
        if (!(content instanceof Y.ContentFormat) || !(parent instanceof Y.Text)) return false
        const marks = taken.get(parent) ?? new Set()
        taken.set(parent, marks.add(item))
      }
    }
  }
  return [...taken].every(([text, marks]) => looksTheSame(text, marks))
}

function* aliveBetween(doc: Y.Doc, client: number, start: number, end: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client) ?? []
  for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock >= end) return
    if (struct instanceof Y.Item && !struct.deleted) yield struct
  }
}

/** Whether every letter of a text keeps its looks without these marks. */
function looksTheSame(text: Y.Text, without: ReadonlySet<Y.Item>): boolean {
  const before = new Map<string, string>()
  const after = new Map<string, string>()
  /** What differs at this place. */
  const differing = new Set<string>()
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (!(content instanceof Y.ContentFormat)) {
      if (differing.size > 0) return false
      continue
    }
    const { key } = content
    const value = JSON.stringify(content.value)
    before.set(key, value)
    if (!without.has(item)) after.set(key, value)
    const isSame = (before.get(key) ?? 'null') === (after.get(key) ?? 'null')
    if (isSame) differing.delete(key)
    else differing.add(key)
  }
  return true
}
