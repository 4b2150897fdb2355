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
export class MarkTidying {
  readonly #doc: Y.Doc
  #held: { readonly since: Map<number, number>; readonly texts: Set<Y.Text> } | undefined

  constructor(doc: Y.Doc) {
    this.#doc = doc
    doc.on('afterTransaction', (transaction) => {
      const texts = textsIn(transaction.changed.keys())
      if (this.#held === undefined) {
        putAway(doc, texts)
        return
      }
      // Between two parts of an update a mark may say nothing whose words are still to come.
      transaction._needFormattingCleanup = false
      for (const text of texts) if (!isNewSince(this.#held.since, text)) this.#held.texts.add(text)
    })
  }

  /** From now on nothing is put away, by Yjs itself neither, until {@link release}. */
  hold(): void {
    this.#held = { since: Y.decodeStateVector(Y.encodeStateVector(this.#doc)), texts: new Set() }
  }

  /** Puts away what would have been if all since {@link hold} had been one transaction, text by text. */
  *release(): Generator<void> {
    const texts = this.#held?.texts ?? []
    this.#held = undefined
    for (const text of texts) {
      putAway(this.#doc, [text])
      yield
    }
  }
}

/** How many pieces of history are looked at before others get a turn. */
const piecesPerStep = 5000

/** The texts of a document that hold idle marks, looked for step by step. */
export function* untidyTexts(doc: Y.Doc): Generator<void, readonly Y.Text[]> {
  const untidy: Y.Text[] = []
  let pieces = 0
  const look = (type: unknown): void => {
    if (type instanceof Y.Text && type._hasFormatting && idleMarks(type).length > 0) {
      untidy.push(type)
    }
  }
  for (const type of doc.share.values()) look(type)
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (++pieces % piecesPerStep === 0) yield
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      if (struct.content instanceof Y.ContentType) look(struct.content.type)
    }
  }
  return untidy
}

/** Puts away all idle marks of a document, in the transaction that is going on if there is one. */
export function tidyAll(doc: Y.Doc): void {
  const looking = untidyTexts(doc)
  let looked = looking.next()
  while (looked.done !== true) looked = looking.next()
  putAway(doc, looked.value)
}

function textsIn(types: Iterable<unknown>): readonly Y.Text[] {
  const texts: Y.Text[] = []
  for (const type of types) if (type instanceof Y.Text && type._hasFormatting) texts.push(type)
  return texts
}

function isNewSince(since: ReadonlyMap<number, number>, { _item: item }: Y.Text): boolean {
  return item !== null && item.id.clock >= (since.get(item.id.client) ?? 0)
}

function putAway(doc: Y.Doc, texts: readonly Y.Text[]): void {
  const idle = texts.flatMap((text) => (text._item?.deleted === true ? [] : idleMarks(text)))
  if (idle.length === 0) return
  doc.transact((transaction) => {
    for (const mark of idle) mark.delete(transaction)
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
