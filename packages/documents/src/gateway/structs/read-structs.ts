import * as Y from 'yjs'
import { dangerousNames } from '../../record/check-json.ts'
import { mayHold, problemWithAttribute, problemWithMark } from '../../text/check-text.ts'
import { CREATED, recordMap, recordMaps, serverKeys, TEXT } from '../../schema/layout.ts'
import { limits } from '../../schema/limits.ts'
import { isRecordName } from '../../record/record-names.ts'
import { ROOT, textSchema, WORDS } from '../../text/text-schema.ts'
import { isTemplateRecord } from './containers.ts'
import type { RecordContainer, TextContainer } from './containers.ts'
import { countText } from '../findings.ts'
import type { Findings } from '../findings.ts'
import type { Places } from './places.ts'
import { UpdateRefusedError } from '../refusal.ts'
import { contentWeight } from '../totals/weights.ts'

/** Reads the new structs of an update one by one and notes what they do. */
export class StructReader {
  readonly #document: Y.Doc
  readonly #places: Places
  readonly #findings: Findings

  constructor(document: Y.Doc, places: Places, findings: Findings) {
    this.#document = document
    this.#places = places
    this.#findings = findings
  }

  /** @throws {UpdateRefusedError} When no honest client would have written this. */
  read(struct: Y.Item | Y.GC): void {
    const { container, key } = this.#places.find(struct)
    if (!(struct instanceof Y.Item) || container.kind === 'void') return
    this.#findings.weight += contentWeight(key, struct.content, struct.length)
    if (container.kind === 'records') this.#readRecord(struct, key)
    else {
      this.#touch(container)
      if (container.kind === 'record') this.#readEntry(struct, container, key)
      else this.#readText(struct, container, key)
    }
  }

  #readRecord({ content, origin }: Y.Item, id: string | null): void {
    if (id === null || !isRecordName(id, id.split(':', 1)[0] ?? '')) {
      throw new UpdateRefusedError('malformed')
    }
    const isTaken = this.#findings.created.has(id) || recordMaps(this.#document).has(id)
    if (origin !== null || isTaken) throw new UpdateRefusedError('overwrites-record', id)
    // Not `instanceof`: an XmlHook is a map as well.
    if (!(content instanceof Y.ContentType) || content.type.constructor !== Y.Map) {
      throw new UpdateRefusedError('unknown-content', id)
    }
    const draft = { created: undefined, hasText: false }
    this.#findings.created.set(id, draft)
    this.#findings.touched.add(id)
    this.#places.open(content.type, { kind: 'record', record: id, draft })
  }

  #readEntry({ content }: Y.Item, container: RecordContainer, key: string | null): void {
    const { record, draft } = container
    if (key === null || dangerousNames.has(key)) throw new UpdateRefusedError('malformed', record)
    if (serverKeys.has(key)) throw new UpdateRefusedError('server-only', record)
    if (key === CREATED) {
      if (draft === undefined || draft.created !== undefined) {
        throw new UpdateRefusedError('overwrites-record', record)
      }
      draft.created = onlyValue(content, record)
    } else if (key === TEXT) {
      if (draft === undefined || draft.hasText) {
        throw new UpdateRefusedError('overwrites-record', record)
      }
      draft.hasText = true
      if (!(content instanceof Y.ContentType) || content.type.constructor !== Y.XmlFragment) {
        throw new UpdateRefusedError('unknown-content', record)
      }
      this.#places.open(content.type, { kind: 'text', record, element: ROOT, depth: 0 })
    } else if (content instanceof Y.ContentDeleted) {
      // A value that its writer replaced before sending it.
      this.#findings.emptied.push({ record, key })
    } else this.#findings.fields.push({ record, key, value: onlyValue(content, record) })
  }

  #readText({ content }: Y.Item, container: TextContainer, key: string | null): void {
    const { record, element, depth } = container
    if (content instanceof Y.ContentDeleted) return
    if (key !== null) {
      if (element === WORDS || depth === 0) throw new UpdateRefusedError('malformed', record)
      refuseProblem(problemWithAttribute(element, key, onlyValue(content, record)), record)
    } else if (element !== WORDS) this.#readElement(content, container)
    else if (content instanceof Y.ContentString)
      countText(this.#findings, record, content.str.length)
    else if (content instanceof Y.ContentFormat) {
      refuseProblem(problemWithMark(content.key, content.value), record)
    } else throw new UpdateRefusedError('unknown-content', record)
  }

  /**
   * What stands in what never changes, so it can be judged piece by piece. Whether an element is
   * complete (an item has its paragraph) depends on what others take away: reading sees to that.
   */
  #readElement(content: Y.Item['content'], { record, element, depth }: TextContainer): void {
    const name = elementIn(content)
    if (name === undefined || !(content instanceof Y.ContentType)) {
      throw new UpdateRefusedError('unknown-content', record)
    }
    if (!mayHold(element, name)) throw new UpdateRefusedError('misplaced-element', record)
    if (depth >= limits.depth) throw new UpdateRefusedError('too-deep', record)
    countText(this.#findings, record, 1)
    this.#places.open(content.type, { kind: 'text', record, element: name, depth: depth + 1 })
  }

  #touch({ record }: RecordContainer | TextContainer): void {
    if (this.#findings.touched.has(record)) return
    if (isTemplateRecord(recordMap(this.#document, record))) {
      throw new UpdateRefusedError('template-record', record)
    }
    this.#findings.touched.add(record)
  }
}

/** The kind of element that comes; undefined for what no text has. */
function elementIn(content: Y.Item['content']): string | undefined {
  if (!(content instanceof Y.ContentType)) return undefined
  const { type } = content
  if (type instanceof Y.XmlText) return WORDS
  // A hook is no element, and the root comes with its record.
  const isElement = type instanceof Y.XmlElement && type.nodeName !== ROOT
  return isElement && textSchema.has(type.nodeName) ? type.nodeName : undefined
}

function onlyValue(content: Y.Item['content'], record: string): unknown {
  if (content instanceof Y.ContentAny && content.arr.length === 1) return content.arr[0]
  throw new UpdateRefusedError('unknown-content', record)
}

function refuseProblem(problem: string | undefined, record: string): void {
  if (problem !== undefined) throw new UpdateRefusedError(`invalid: ${problem}`, record)
}
