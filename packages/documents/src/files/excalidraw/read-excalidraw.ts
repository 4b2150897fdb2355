import type { BoardRecord } from '@stip/board'
import type { Json, JsonObject, RecordId } from '@stip/primitives'
import { checkRecord } from '../../record/check-record.ts'
import { limits } from '../../schema/limits.ts'
import { mendedRecord } from '../../text/mended-fields.ts'
import { refuseFile } from '../board-import.ts'
import type {
  BoardImport,
  FileOutcome,
  ImageInFile,
  ReaderOptions,
  RemarkKind,
} from '../board-import.ts'
import { withImportedWords } from '../imported-words.ts'
import { isObject, objectsIn, readJsonFile, textIn } from '../json-file.ts'
import { newAsset } from '../new-records.ts'
import { Remarks } from '../remarks.ts'
import type { ElementWorld } from './element.ts'
import { sizeOf } from './element.ts'
import { bindingsOf } from './lines.ts'
import { restoreElements } from './restore.ts'
import { shapeOf } from './shape-of.ts'

/** Reads an Excalidraw file: shapes, words, lines, arrows with what they are tied to, ink and images. */
export function readExcalidrawFile(
  bytes: Uint8Array,
  { newId }: Pick<ReaderOptions, 'newId'>,
): FileOutcome<BoardImport> {
  const file = readJsonFile(bytes)
  if (!file.ok) return file
  const isExcalidraw = file.value['type'] === 'excalidraw' || Array.isArray(file.value['elements'])
  if (!isExcalidraw) return refuseFile('not-readable')
  const elements = restoreElements(objectsIn(file.value['elements']))
  if (elements.length > limits.fileShapes) return refuseFile('too-many', elements.length)
  if (elements.length === 0) return refuseFile('empty')
  const value = new ExcalidrawBoard(elements, file.value['files'], newId).onBoard()
  return value.records.length === 0 ? refuseFile('empty', value.leftOut) : { ok: true, value }
}

class ExcalidrawBoard {
  readonly #elements: readonly JsonObject[]
  readonly #files: JsonObject
  readonly #newId: () => string
  readonly #byId: ReadonlyMap<string, JsonObject>
  readonly #names: ReadonlyMap<string, RecordId>
  readonly #labels: ReadonlyMap<string, JsonObject>
  readonly #assets = new Map<string, BoardRecord>()
  readonly #images: ImageInFile[] = []
  readonly #remarks = new Remarks()

  constructor(elements: readonly JsonObject[], files: unknown, newId: () => string) {
    this.#elements = elements
    this.#files = isObject(files) ? files : {}
    this.#newId = newId
    this.#byId = new Map(elements.map((element) => [idOf(element), element]))
    this.#names = new Map(elements.map((element) => [idOf(element), `shape:${newId()}`]))
    const labels = elements.filter(({ containerId }) => typeof containerId === 'string')
    this.#labels = new Map(labels.map((label) => [textIn(label['containerId']), label]))
  }

  onBoard(): BoardImport {
    const world = this.#world()
    const labels = new Set(this.#labels.values())
    const shapes = new Map<string, BoardRecord>()
    let leftOut = 0
    for (const element of this.#framesFirst()) {
      if (labels.has(element)) continue
      const name = this.#names.get(idOf(element)) ?? ''
      const shape = shapeOf(name, element, world)
      const checked =
        shape === undefined ? undefined : checkRecord(mendedRecord(withImportedWords(shape)))
      if (checked?.ok === true) {
        shapes.set(name, checked.value)
        continue
      }
      leftOut++
      this.#remarks.add(shape === undefined ? reasonFor(element) : 'broken-things', 1)
    }
    this.#tellLosses()
    const whole = [...shapes.values()].filter(({ parentId }) => isThere(parentId, shapes))
    const arrows = this.#elements.filter(({ type }) => type === 'arrow')
    const bindings = arrows.flatMap((element) =>
      bindingsOf(this.#names.get(idOf(element)) ?? '', element, world, this.#newId),
    )
    const stays = new Set<unknown>(whole.map(({ id }) => id))
    const tied = bindings.filter(({ fromId, toId }) => stays.has(fromId) && stays.has(toId))
    return {
      records: [...this.#assets.values(), ...whole, ...tied],
      images: this.#images,
      leftOut: leftOut + shapes.size - whole.length,
      remarks: this.#remarks.list(),
    }
  }

  /** What elements have that a shape of ours cannot have. */
  #tellLosses(): void {
    const members = this.#elements.flatMap(({ groupIds, containerId }) =>
      // Words stand in the groups of what they stand in.
      Array.isArray(groupIds) && typeof containerId !== 'string' ? (groupIds as Json[]) : [],
    )
    const groups = Map.groupBy(members, (group) => group)
    this.#remarks.add('groups', [...groups.values()].filter(({ length }) => length > 1).length)
    const linked = this.#elements.filter(
      ({ type, link }) => typeof link === 'string' && link !== '' && !withLinks.has(type),
    )
    this.#remarks.add('links', linked.length)
  }

  /** Frames stand first, because other elements stand in them. */
  #framesFirst(): readonly JsonObject[] {
    return [
      ...this.#elements.filter(isFrame),
      ...this.#elements.filter((element) => !isFrame(element)),
    ]
  }

  #world(): ElementWorld {
    return {
      nameOf: (id) => this.#names.get(id),
      labelOf: (id) => this.#labels.get(id),
      frameOf: ({ frameId }) => {
        const frame = this.#byId.get(textIn(frameId))
        return frame !== undefined && isFrame(frame) ? frame : undefined
      },
      assetOf: (fileId) => this.#assetOf(fileId),
      remarks: this.#remarks,
    }
  }

  #assetOf(fileId: string): RecordId | undefined {
    const known = this.#assets.get(fileId)
    if (known !== undefined) return known.id
    const file = Object.hasOwn(this.#files, fileId) ? this.#files[fileId] : undefined
    const { dataURL: dataUrl, mimeType } = isObject(file) ? file : {}
    if (typeof dataUrl !== 'string' || !dataUrl.startsWith('data:image/')) return undefined
    const shown = this.#elements.find((element) => element['fileId'] === fileId)
    const asset = newAsset(`asset:${this.#newId()}`, {
      ...sizeOf(shown ?? {}),
      name: 'afbeelding',
      isAnimated: false,
      mimeType: textIn(mimeType),
      src: null,
    })
    this.#assets.set(fileId, asset)
    this.#images.push({ asset: asset.id, name: 'afbeelding', dataUrl })
    return asset.id
  }
}

/** Kinds that keep the address that they lead to. */
const withLinks: ReadonlySet<Json | undefined> = new Set([
  'rectangle',
  'ellipse',
  'diamond',
  'image',
  'embeddable',
  'iframe',
])

/** Why nothing of an element can be shown. */
function reasonFor({ type }: JsonObject): RemarkKind {
  switch (type) {
    case 'image':
      return 'missing-images'
    case 'rectangle':
    case 'ellipse':
    case 'diamond':
    case 'text':
    case 'freedraw':
      return 'invisible'
    default:
      return 'unknown-kinds'
  }
}

function idOf({ id }: JsonObject): string {
  return typeof id === 'string' ? id : ''
}

function isFrame({ type }: JsonObject): boolean {
  return type === 'frame' || type === 'magicframe'
}

function isThere(parent: unknown, shapes: ReadonlyMap<string, BoardRecord>): boolean {
  return typeof parent === 'string' && (parent.startsWith('page:') || shapes.has(parent))
}
