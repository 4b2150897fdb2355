import { plainTextOf } from '@stip/board'
import * as Y from 'yjs'
import { AWAY } from '../schema/layout.ts'
import { richTextOf } from '../text/rich-text.ts'

type Records = Y.Map<unknown>

interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

const withWords: ReadonlySet<unknown> = new Set(['note', 'text', 'geo', 'stip'])
/** A note at scale 1. */
const NOTE_SIDE = 200

/**
 * How many points a group chose: what has a star, and what lies in a zone for hoofdpunten where
 * nothing has one; each once, however often it is written. Cheap enough for a board that is being drawn on.
 */
export function countKeyCards(document: Y.Doc): number {
  const zones = new Map<string, Place>()
  const things: { readonly id: string; readonly map: Records }[] = []
  document.getMap<Records>('records').forEach((map, id) => {
    if (map.get('gone') === true || map.get(AWAY) === true) return
    const type = created(map)['type']
    if (type === 'zone' && created(map)['m.keyCards'] === true) zones.set(id, placeOf(map))
    else if (withWords.has(type)) things.push({ id, map })
  })
  const starred = things.filter(({ map }) => fieldOf(map, 'm.keyCard') === true)
  const inZones = things.filter(({ map }) => liesIn(map, zones))
  const hasStars = inZones.some((thing) => starred.includes(thing))
  const chosen = new Set<string>()
  for (const { id, map } of starred) chosen.add(wordsOf(map) || id)
  for (const { map } of hasStars ? [] : inZones) {
    if (wordsOf(map) !== '') chosen.add(wordsOf(map))
  }
  return chosen.size
}

function liesIn(map: Records, zones: ReadonlyMap<string, Place>): boolean {
  if (zones.size === 0) return false
  const named = fieldOf(map, 'm.zone')
  if (typeof named === 'string') return zones.has(named)
  const { x, y, w } = placeOf(map)
  const scale = numberOr(fieldOf(map, 'p.scale'), 1)
  const [middleX, middleY] = [
    x + (w === 0 ? NOTE_SIDE * scale : w) / 2,
    y + (NOTE_SIDE * scale) / 2,
  ]
  return [...zones.values()].some(
    (zone) =>
      zone.x <= middleX &&
      middleX <= zone.x + zone.w &&
      zone.y <= middleY &&
      middleY <= zone.y + zone.h,
  )
}

/** What stands in a frame or group has its place there, and lies in no zone by itself. */
function placeOf(map: Records): Place {
  const xy = fieldOf(map, 'xy')
  const [x, y] = Array.isArray(xy) && xy.length === 2 ? (xy as readonly unknown[]) : []
  const [w, h] = ['p.w', 'p.h'].map((key) => numberOr(fieldOf(map, key), 0))
  return { x: numberOr(x, -Infinity), y: numberOr(y, -Infinity), w: w ?? 0, h: h ?? 0 }
}

function wordsOf(map: Records): string {
  const text = map.get('t')
  if (!(text instanceof Y.XmlFragment)) return ''
  return plainTextOf(richTextOf(text)).replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

function created(map: Records): Readonly<Record<string, unknown>> {
  return (map.get('$') ?? {}) as Readonly<Record<string, unknown>>
}

function fieldOf(map: Records, key: string): unknown {
  return map.get(key) ?? created(map)[key]
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
