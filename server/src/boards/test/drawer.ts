import { changeFields, createRecord, readBoard, textFragment, writeRichText } from '@stip/documents'
import {
  aBinding,
  aFrame,
  anArrow,
  anAsset,
  anImage,
  aNote,
  aStip,
  richText,
} from '@stip/documents/examples'
import { fieldsOf } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { below } from '@stip/primitives'
import type { JsonObject, Random } from '@stip/primitives'
import * as Y from 'yjs'

/** Where one's own changes come from. */
export const OWN = 'own'
/** Where changes of words come from: Yjs takes those back, and only those, as our client has it. */
export const TYPED = 'typed'

const marks = ['bold', 'italic', 'strike', 'code', 'highlight', 'link'] as const
const words = ['groen', 'water', 'een plein', 'fiets', 'oude bomen']

/** Does one of all the things that one can do on a board, in one transaction. */
export function drawAtRandom(doc: Y.Doc, random: Random, name: string): void {
  doc.transact(() => {
    if (below(random, 5) === 0) create(doc, random, name)
    else change(doc, random)
  }, OWN)
}

/** Types in, takes from or marks the words of a note as an editor does: letter by letter. */
export function editTextAtRandom(doc: Y.Doc, random: Random): void {
  const texts = textsOf(doc)
  const text = texts[below(random, Math.min(texts.length, 3))]
  if (text === undefined) return
  const at = below(random, 3) === 0 ? 0 : below(random, text.length + 1)
  const length = Math.min(1 + below(random, 8), text.length - at)
  doc.transact(() => {
    const kind = below(random, 10)
    if (kind < 2) text.insert(at, words[below(random, words.length)] ?? '')
    else if (kind < 4 && length > 0) text.delete(at, length)
    else if (length > 0) text.format(at, length, markAtRandom(random))
  }, TYPED)
}

function create(doc: Y.Doc, random: Random, name: string): void {
  const parentId = pick(doc, random, ['frame', 'group'])?.id ?? 'page:page'
  const record = newRecord(doc, random, name, parentId)
  if (record.type === 'image') createRecord(doc, anAsset(name))
  createRecord(doc, record)
}

function newRecord(doc: Y.Doc, random: Random, name: string, parentId: string): BoardRecord {
  switch (below(random, 9)) {
    case 0:
      return aFrame(name, { parentId })
    case 1:
      return { ...aFrame(name), type: 'group', props: {} }
    case 2:
      return anArrow(name)
    case 3: {
      const [arrow, target] = [pick(doc, random, ['arrow']), pick(doc, random, ['note', 'stip'])]
      if (arrow?.typeName !== 'shape' || target === undefined) return anArrow(name)
      return aBinding(name, arrow.id.slice(6), target.id.slice(6))
    }
    case 4:
      return anImage(name, name)
    case 5:
      return { ...aFrame(name), type: 'draw', props: inkProps(random) }
    case 6:
      return aStip(name)
    default:
      return aNote(name, { parentId, props: { richText: textAtRandom(random) } })
  }
}

function change(doc: Y.Doc, random: Random): void {
  const record = pick(doc, random, undefined)
  if (record?.typeName !== 'shape') return
  switch (below(random, 6)) {
    case 0:
      changeFields(doc, record.id, { gone: below(random, 2) === 0 })
      break
    case 1: {
      const parent = pick(doc, random, ['frame', 'group'])?.id ?? 'page:page'
      const parentId = parent === record.id ? 'page:page' : parent
      const { pi = null, xy = null } = fieldsOf({ ...record, parentId, x: below(random, 900) })
      changeFields(doc, record.id, { pi, xy })
      break
    }
    case 2: {
      const fragment = textFragment(doc, record.id)
      if (fragment !== undefined) writeRichText(fragment, textAtRandom(random))
      break
    }
    case 3:
      changeFields(doc, record.id, { rotation: below(random, 6) })
      break
    default: {
      const moved = { ...record, x: below(random, 9000) / 9, y: below(random, 1000) }
      changeFields(doc, record.id, { xy: fieldsOf(moved)['xy'] ?? null })
    }
  }
}

function pick(
  doc: Y.Doc,
  random: Random,
  types: readonly string[] | undefined,
): BoardRecord | undefined {
  const all = readBoard(doc).filter(
    ({ record, isTemplate }) => !isTemplate && (types === undefined || types.includes(record.type)),
  )
  return all[below(random, all.length)]?.record
}

function textsOf(doc: Y.Doc): readonly Y.XmlText[] {
  return readBoard(doc).flatMap(({ record, isTemplate }) => {
    const fragment = isTemplate ? undefined : textFragment(doc, record.id)
    return fragment === undefined
      ? []
      : [...fragment.createTreeWalker((node) => node instanceof Y.XmlText)].filter(
          (node) => node instanceof Y.XmlText,
        )
  })
}

function markAtRandom(random: Random): Record<string, unknown> {
  const mark = marks[below(random, 3) === 0 ? 0 : below(random, marks.length)] ?? 'bold'
  if (below(random, 3) === 0) return { [mark]: null }
  return { [mark]: mark === 'link' ? { href: 'https://example.nl' } : {} }
}

function textAtRandom(random: Random): JsonObject {
  const word = (): string => words[below(random, words.length)] ?? ''
  if (below(random, 2) === 0) return richText(`${word()} ${word()}`, word())
  const link = { type: 'link', attrs: { href: 'https://example.nl' } }
  const chosen = below(random, 2) === 0 ? [{ type: 'bold' }] : [{ type: 'bold' }, link]
  const content = [
    { type: 'text', text: word(), marks: chosen },
    { type: 'text', text: ` ${word()}` },
  ]
  const paragraph = { type: 'paragraph', content }
  const item = { type: 'listItem', content: [paragraph] }
  const list = { type: below(random, 2) === 0 ? 'bulletList' : 'orderedList', content: [item] }
  return { type: 'doc', content: below(random, 2) === 0 ? [paragraph] : [paragraph, list] }
}

function inkProps(random: Random): JsonObject {
  const points = Array.from({ length: 3 }, () => ({
    x: below(random, 99),
    y: below(random, 99),
    z: 0.5,
  }))
  return {
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    segments: [{ type: 'free', points }],
    isComplete: true,
    isClosed: false,
    isPen: false,
    scale: 1,
  }
}
