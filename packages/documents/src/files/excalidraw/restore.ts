import type { Json, JsonObject } from '@stip/primitives'
import { isObject, numberIn, textIn } from '../json-file.ts'

/** Which elements can carry words. */
const containers: ReadonlySet<Json | undefined> = new Set([
  'rectangle',
  'ellipse',
  'diamond',
  'arrow',
])

/** Older names of fonts, as they stood behind the size ("36px Virgil"). */
const fontNames: Readonly<Record<string, number>> = { Virgil: 1, Helvetica: 2, Cascadia: 3 }

/** Older names of heads of arrows. */
const headNames: Readonly<Record<string, string>> = {
  dot: 'circle',
  crowfoot_one: 'cardinality_one',
  crowfoot_many: 'cardinality_many',
  crowfoot_one_or_many: 'cardinality_one_or_many',
}

/**
 * Elements of any version of Excalidraw in the form of the present one, after what Excalidraw
 * itself does on opening a file (`restore.ts` at 4872083, August 2026): what is absent gets its
 * default, what had another name or form gets the present one, ids are there and differ, and words
 * know what they stand in. What was deleted, or was only a selection, is gone.
 */
export function restoreElements(found: readonly JsonObject[]): readonly JsonObject[] {
  const taken = new Set<string>()
  const elements = found
    .filter(({ type, isDeleted }) => isDeleted !== true && type !== 'selection')
    .map((element, place) => {
      const given = textIn(element['id'])
      const id = given === '' || taken.has(given) ? `${given}#${place}` : given
      taken.add(id)
      return restored({ ...element, id })
    })
  return withContainers(elements)
}

function restored(element: JsonObject): JsonObject {
  const base = {
    ...element,
    ...dimensions(element),
    roundness: roundnessOf(element),
    // Without a colour a line is black, and not unseen.
    strokeColor: textIn(element['strokeColor']) || '#1e1e1e',
  }
  switch (element['type']) {
    case 'text':
      return { ...base, ...wordsOf(element) }
    case 'draw':
    case 'line':
      return { ...base, type: 'line', points: pointsOf(element) }
    case 'arrow':
      return {
        ...base,
        points: pointsOf(element),
        startArrowhead: headOf(element['startArrowhead'], null),
        endArrowhead: headOf(element['endArrowhead'], 'arrow'),
      }
    default:
      return base
  }
}

/** A width or height below zero says that the element lies on the other side of its place. */
function dimensions({ x, y, width, height }: JsonObject): JsonObject {
  const [w, h] = [numberIn(width, 0), numberIn(height, 0)]
  return {
    x: numberIn(x, 0) + Math.min(0, w),
    y: numberIn(y, 0) + Math.min(0, h),
    width: Math.abs(w),
    height: Math.abs(h),
  }
}

/** Until 2022 this was `strokeSharpness`, and nothing meant sharp. */
function roundnessOf({ roundness, strokeSharpness }: JsonObject): Json {
  if (isObject(roundness)) return roundness
  return strokeSharpness === 'round' ? { type: 1 } : null
}

/** The words as typed; `text` has the line ends of how wide it was when it was drawn. */
function wordsOf(element: JsonObject): JsonObject {
  const { font, fontSize, fontFamily, originalText, text, autoResize } = element
  const [size = '', name = ''] = typeof font === 'string' ? font.split(' ') : []
  const typed = typeof originalText === 'string' && originalText !== '' ? originalText : text
  const known = Number.parseFloat(size)
  return {
    fontSize: Number.isFinite(known) ? known : (fontSize ?? 20),
    fontFamily: typeof font === 'string' ? (fontNames[name] ?? 5) : (fontFamily ?? 5),
    text: textIn(typed),
    autoResize: autoResize !== false,
  }
}

/** With fewer than two good points a line goes from corner to corner. */
function pointsOf({ points, width, height }: JsonObject): Json {
  const good = (Array.isArray(points) ? (points as readonly Json[]) : []).filter(isPoint)
  return good.length >= 2
    ? good
    : [
        [0, 0],
        [numberIn(width, 0), numberIn(height, 0)],
      ]
}

/** Whether a value is two finite numbers. */
export function isPoint(point: Json | undefined): point is readonly [number, number] {
  if (!Array.isArray(point)) return false
  const [x, y] = point as readonly Json[]
  return Number.isFinite(x) && Number.isFinite(y)
}

function headOf(head: Json | undefined, otherwise: Json): Json {
  if (head === undefined) return otherwise
  return typeof head === 'string' ? (headNames[head] ?? head) : null
}

/** Words say what they stand in; in older files only that which they stand in says so. */
function withContainers(elements: readonly JsonObject[]): readonly JsonObject[] {
  const byId = new Map(elements.map((element) => [textIn(element['id']), element]))
  const containerOf = new Map<string, string>()
  for (const { id, type, boundElements } of elements) {
    if (!containers.has(type) || !Array.isArray(boundElements)) continue
    for (const bound of (boundElements as readonly Json[]).filter(isObject)) {
      if (bound['type'] === 'text') containerOf.set(textIn(bound['id']), textIn(id))
    }
  }
  return elements.map((element) => {
    if (element['type'] !== 'text') return element
    const said = textIn(element['containerId'])
    const containerId = said === '' ? (containerOf.get(textIn(element['id'])) ?? '') : said
    // Words in what cannot carry any stand by themselves.
    const isCarried = containers.has(byId.get(containerId)?.['type'])
    return { ...element, containerId: isCarried ? containerId : null }
  })
}
