import { fieldsOf } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { below } from '@stip/primitives'
import type { JsonObject, Random } from '@stip/primitives'
import * as Y from 'yjs'
import { checkUpdate } from '../gateway/check-update.ts'
import { readBoard } from '../record/read-record.ts'
import { changeFields, createRecord } from '../record/write-record.ts'
import { aBinding, aDocument, aFrame, anArrow, aNote, richText } from './records.ts'

/** The server of a simulated evening: the gateway, and a document that everybody is told about. */
export class Host {
  readonly document = aDocument(1_000)
  readonly people: Person[] = []
  /** What the gateway refused; stays empty, because everybody here is honest. */
  readonly refusals: string[] = []

  receive(update: Uint8Array, from: Person): void {
    const verdict = checkUpdate(this.document, update, 'person')
    if (verdict.kind === 'refused')
      this.refusals.push(`${verdict.reason} ${verdict.records.join()}`)
    if (verdict.kind !== 'accepted') return
    Y.applyUpdate(this.document, update, from)
    for (const person of this.people) {
      if (person !== from && person.isOnline) person.inbox.push(update)
    }
  }
}

/** Someone who draws at random, drops out, and comes back. */
export class Person {
  readonly document: Y.Doc
  readonly inbox: Uint8Array[] = []
  isOnline = true
  #outbox: Uint8Array[] = []
  readonly #host: Host
  #made = 0

  constructor(number: number, host: Host) {
    this.document = aDocument(number)
    this.#host = host
    this.document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== host && this.isOnline) this.#outbox.push(update)
    })
    host.people.push(this)
  }

  actAtRandom(random: Random): void {
    switch (below(random, 12)) {
      case 0:
        this.isOnline = false
        this.inbox.length = 0
        this.#outbox = []
        break
      case 1:
        this.reconnect()
        break
      case 2:
      case 3:
        this.send(below(random, 2) === 0)
        break
      case 4:
      case 5:
        this.takeIn()
        break
      case 6:
        createRecord(this.document, this.#somethingNew(random))
        break
      default:
        this.#changeSomething(random)
    }
  }

  /** Sends what waits, update by update or merged into one. */
  send(isMerged: boolean): void {
    const updates = this.#outbox.splice(0)
    if (isMerged && updates.length > 1) this.#host.receive(Y.mergeUpdates(updates), this)
    else for (const update of updates) this.#host.receive(update, this)
  }

  takeIn(): void {
    for (const update of this.inbox.splice(0)) Y.applyUpdate(this.document, update, this.#host)
  }

  /** Both sides tell each other what the other misses, as the sync protocol does. */
  reconnect(): void {
    this.isOnline = true
    this.#outbox = []
    const { document } = this.#host
    const missing = Y.encodeStateAsUpdate(document, Y.encodeStateVector(this.document))
    Y.applyUpdate(this.document, missing, this.#host)
    this.inbox.length = 0
    this.#host.receive(Y.encodeStateAsUpdate(this.document, Y.encodeStateVector(document)), this)
  }

  #somethingNew(random: Random): BoardRecord {
    const name = `${this.document.clientID}-${this.#made++}`
    const parent = this.#pick(random, ({ type }) => type === 'frame')?.id ?? 'page:page'
    switch (below(random, 4)) {
      case 0:
        return aFrame(name, { parentId: parent })
      case 1:
        return anArrow(name)
      case 2: {
        const arrow = this.#pick(
          random,
          ({ id, type }) => type === 'arrow' && id.startsWith('shape'),
        )
        const target = this.#pick(random, ({ type }) => type === 'note')
        if (arrow === undefined || target === undefined) return anArrow(name)
        return aBinding(name, arrow.id.slice(6), target.id.slice(6))
      }
      default:
        return aNote(name, { parentId: parent, props: { richText: aText(random) } })
    }
  }

  #changeSomething(random: Random): void {
    const record = this.#pick(random, ({ typeName }) => typeName === 'shape')
    if (record === undefined) return
    const { pi, xy } = fieldsOf(record)
    switch (below(random, 5)) {
      case 0:
        changeFields(this.document, record.id, { gone: below(random, 2) === 0 })
        break
      case 1: {
        const frame = this.#pick(random, ({ type, id }) => type === 'frame' && id !== record.id)
        const parentId = below(random, 2) === 0 && frame !== undefined ? frame.id : 'page:page'
        const moved = fieldsOf({ ...record, parentId, x: below(random, 1000) })
        changeFields(this.document, record.id, {
          pi: moved['pi'] ?? pi ?? null,
          xy: moved['xy'] ?? xy ?? null,
        })
        break
      }
      case 2:
        if (record.type === 'note') changeFields(this.document, record.id, { t: aText(random) })
        break
      case 3:
        changeFields(this.document, record.id, { rotation: below(random, 6) })
        break
      default: {
        const moved = { ...record, x: below(random, 9000) / 9, y: below(random, 1000) }
        changeFields(this.document, record.id, { xy: fieldsOf(moved)['xy'] ?? null })
      }
    }
  }

  #pick(random: Random, suits: (record: BoardRecord) => boolean): BoardRecord | undefined {
    const records = readBoard(this.document)
      .map(({ record }) => record)
      .filter(suits)
    return records[below(random, records.length)]
  }
}

const words = ['groen', 'water', 'een plein', '🙂', 'fiets', 'oude bomen']

function aText(random: Random): JsonObject {
  const word = (): string => words[below(random, words.length)] ?? ''
  if (below(random, 3) > 0) {
    return richText(...Array.from({ length: 1 + below(random, 3) }, () => `${word()} ${word()}`))
  }
  const bold = { type: 'text', text: word(), marks: [{ type: 'bold' }] }
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: `${word()} ` }, bold] }
  return {
    type: 'doc',
    content: [
      paragraph,
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
    ],
  }
}
