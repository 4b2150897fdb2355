import type { BoardRecord } from '@stip/board'
import type { Json, JsonObject, RecordId } from '@stip/primitives'
import { isKnownKind } from '../../record/check-field.ts'
import { checkRecord } from '../../record/check-record.ts'
import { PAGE_ID } from '../../schema/layout.ts'
import { mendedRecord } from '../../text/mended-fields.ts'
import { plainTextOf } from '../../text/rich-text.ts'
import type { BoardImport, ImageInFile, ReaderOptions, RemarkKind } from '../board-import.ts'
import { importedWords, withImportedWords } from '../imported-words.ts'
import { isObject, textIn } from '../json-file.ts'
import { richTextOfLines } from '../new-records.ts'
import type { Remarks } from '../remarks.ts'
import { asOwnShape } from './own-shapes.ts'

/** Gives every page a place, by the x that is added to what stands on it. */
type Arrange = (pages: readonly (readonly BoardRecord[])[]) => readonly number[]

/** The records of a `.tldr` file under new names, with what a board cannot hold left out. */
export class FileRecords {
  readonly #options: ReaderOptions
  readonly #remarks: Remarks
  readonly #read = new Map<string, JsonObject>()
  readonly #names = new Map<string, RecordId>()
  readonly #kept = new Map<string, BoardRecord>()
  readonly #images: ImageInFile[] = []
  #leftOut = 0

  constructor(records: readonly JsonObject[], options: ReaderOptions, remarks: Remarks) {
    this.#options = options
    this.#remarks = remarks
    for (const record of records) if (isOnBoard(record)) this.#read.set(nameOf(record), record)
    for (const [name, { typeName }] of this.#read) {
      this.#names.set(name, `${textIn(typeName)}:${options.newId()}`)
    }
  }

  onOneBoard(arrange: Arrange): BoardImport {
    for (const name of this.#inOrder('asset')) this.#keepAsset(name)
    for (const name of this.#inOrder('shape')) this.#keepShape(name)
    this.#placePages(arrange)
    for (const name of this.#inOrder('binding')) this.#keepBinding(name)
    const shown = new Set([...this.#kept.values()].map(({ props }) => props['assetId']))
    const records = [...this.#kept.values()].filter(
      ({ typeName, id }) => typeName !== 'asset' || shown.has(id),
    )
    const images = this.#images.filter(({ asset }) => shown.has(asset))
    return { records, images, leftOut: this.#leftOut, remarks: this.#remarks.list() }
  }

  /** The names of one kind; shapes with parents before children, and those on the page in order. */
  #inOrder(typeName: string): readonly string[] {
    const names = [...this.#read].filter(([, record]) => record['typeName'] === typeName)
    if (typeName !== 'shape') return names.map(([name]) => name)
    const depths = new Map(names.map(([name]) => [name, this.#depthOf(name)]))
    return names
      .toSorted(([one, left], [other, right]) => {
        const deeper = (depths.get(one) ?? 0) - (depths.get(other) ?? 0)
        if (deeper !== 0) return deeper
        return textIn(left['index']) < textIn(right['index']) ? -1 : 1
      })
      .map(([name]) => name)
  }

  /** Infinity for what hangs in a circle, or on what is not in the file. */
  #depthOf(name: string): number {
    let depth = 0
    for (let parent = this.#read.get(name)?.['parentId']; ; depth++) {
      if (typeof parent === 'string' && parent.startsWith('page:')) return depth
      const above = typeof parent === 'string' ? this.#read.get(parent) : undefined
      if (above === undefined || depth > 100) return Infinity
      parent = above['parentId']
    }
  }

  #keepAsset(name: string): void {
    const record = this.#read.get(name)
    const props = record?.['props']
    if (record === undefined || record['type'] !== 'image' || !isObject(props)) return
    const { src, name: title } = props
    if (typeof src !== 'string' || !src.startsWith('data:image/')) return
    const asset = this.#names.get(name) ?? ''
    const kept = checkRecord(
      withImportedWords({
        ...(record as BoardRecord),
        id: asset,
        props: { ...props, src: null },
        meta: {},
      }),
    )
    if (!kept.ok) return
    this.#kept.set(name, kept.value)
    this.#images.push({ asset, name: typeof title === 'string' ? title : '', dataUrl: src })
  }

  #keepShape(name: string): void {
    const parent = this.#read.get(name)?.['parentId']
    const record = this.#depthOf(name) === Infinity ? undefined : this.#shapeOf(name)
    const hasParent =
      typeof parent === 'string' && (parent.startsWith('page:') || this.#kept.has(parent))
    const checked = record === undefined || !hasParent ? undefined : checkShape(record)
    if (checked !== undefined) {
      this.#tell(name, checked)
      this.#kept.set(name, checked.record)
      return
    }
    this.#leftOut++
    this.#remarks.add(this.#reasonFor(name), 1)
  }

  /** What one sees differently of a shape that comes along. */
  #tell(name: string, { isPlain }: CheckedShape): void {
    const before = this.#read.get(name)
    if (isPlain) this.#remarks.add('labels', 1)
    const type = textIn(before?.['type'])
    if (!isKnownKind({ typeName: 'shape', type })) this.#remarks.add('other-kinds', 1)
  }

  #reasonFor(name: string): RemarkKind {
    const record = this.#read.get(name)
    const props = record?.['props']
    if (!isKnownKind({ typeName: 'shape', type: textIn(record?.['type']) })) return 'unknown-kinds'
    const asset = isObject(props) ? props['assetId'] : undefined
    return typeof asset === 'string' && !this.#kept.has(asset) ? 'missing-images' : 'broken-things'
  }

  #shapeOf(name: string): BoardRecord | undefined {
    const record = this.#read.get(name)
    const props = record?.['props']
    if (record === undefined || !isObject(props)) return undefined
    const parent = textIn(record['parentId'])
    const shape = asOwnShape(record as BoardRecord, this.#options.mayMakeZones)
    if (shape === undefined) return undefined
    return {
      ...shape,
      id: this.#names.get(name) ?? '',
      parentId: parent.startsWith('page:') ? PAGE_ID : (this.#names.get(parent) ?? ''),
      // What is locked could not be moved or removed by anybody; only a zone should be.
      isLocked: shape.type === 'zone',
      props: this.#propsOf(shape.props),
      meta: this.#metaOf(shape.meta),
    }
  }

  #propsOf(props: JsonObject): JsonObject {
    const asset = props['assetId']
    // An image whose place the file itself left empty is one.
    if (asset === undefined || asset === null) return props
    // A picture from elsewhere is not fetched; its place would stay empty, so it is left out.
    return {
      ...props,
      assetId: this.#kept.has(textIn(asset)) ? (this.#names.get(textIn(asset)) ?? '') : 0,
    }
  }

  #metaOf(meta: unknown): JsonObject {
    if (!isObject(meta)) return {}
    const { keyCard, describes } = meta
    const described = typeof describes === 'string' ? this.#names.get(describes) : undefined
    return {
      ...(keyCard === true && { keyCard }),
      ...(described !== undefined && { describes: described }),
    }
  }

  #placePages(arrange: Arrange): void {
    const shapes = [...this.#kept].filter(([, { typeName }]) => typeName === 'shape')
    const pageOf = (name: string): string => {
      const parent = textIn(this.#read.get(name)?.['parentId'])
      return parent.startsWith('page:') ? parent : pageOf(parent)
    }
    const pages = Map.groupBy(shapes, ([name]) => pageOf(name))
    const shifts = arrange([...pages.values()].map((page) => page.map(([, record]) => record)))
    for (const [position, page] of [...pages.values()].entries()) {
      for (const [name, record] of page) {
        if (record['parentId'] !== PAGE_ID) continue
        this.#kept.set(name, { ...record, x: Number(record['x']) + (shifts[position] ?? 0) })
      }
    }
  }

  #keepBinding(name: string): void {
    const record = this.#read.get(name)
    const [from, to] = [textIn(record?.['fromId']), textIn(record?.['toId'])]
    if (!this.#kept.has(from) || !this.#kept.has(to)) return
    const checked = checkRecord({
      ...(record as BoardRecord),
      id: this.#names.get(name) ?? '',
      fromId: this.#names.get(from) ?? '',
      toId: this.#names.get(to) ?? '',
      meta: {},
    })
    if (checked.ok) this.#kept.set(name, checked.value)
  }
}

interface CheckedShape {
  readonly record: BoardRecord
  /** Whether its words lost some of their form, because ours cannot have it. */
  readonly isPlain: boolean
}

/** A shape as a board may hold it; words in a form that boards do not know become plain ones. */
function checkShape(shape: BoardRecord): CheckedShape | undefined {
  const given = withImportedWords(shape)
  const record = mendedRecord(given)
  const isPlainer = partsOf(record.props['richText']) < partsOf(given.props['richText'])
  if (checkRecord(record).ok) return { record, isPlain: isPlainer }
  const { richText } = record.props
  if (!isObject(richText)) return undefined
  const words = importedWords(plainTextOf(richText))
  const plain = { ...record, props: { ...record.props, richText: richTextOfLines(words) } }
  return checkRecord(plain).ok ? { record: plain, isPlain: true } : undefined
}

/** How many elements, texts and marks a rich text is made of. */
function partsOf(richText: Json | undefined): number {
  return JSON.stringify(richText ?? null).split('"type":').length
}

function isOnBoard({ typeName }: JsonObject): boolean {
  return typeName === 'shape' || typeName === 'binding' || typeName === 'asset'
}

function nameOf({ id }: JsonObject): string {
  return textIn(id)
}
