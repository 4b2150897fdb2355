import type { RecordId } from '@stip/primitives'
import type { BoardRecord } from '../record.ts'

/** Where a shape stands on the page, whatever it is nested in; rotation in radians. */
export interface PagePlace {
  readonly x: number
  readonly y: number
  readonly rotation: number
}

const origin: PagePlace = { x: 0, y: 0, rotation: 0 }

/**
 * Answers where shapes stand on the page, each worked out once. In a circle of parents there is no
 * way up: what stands in the one with the smallest id is taken to stand on the page, whoever asks.
 */
export class PagePlaces {
  readonly #recordOf: (id: RecordId) => BoardRecord | undefined
  readonly #known = new Map<RecordId, PagePlace>()

  /** @param recordOf - Finds what shapes are nested in, also when it is gone. */
  constructor(recordOf: (id: RecordId) => BoardRecord | undefined) {
    this.#recordOf = recordOf
  }

  placeOf(record: BoardRecord): PagePlace {
    const path: BoardRecord[] = []
    const onPath = new Set<RecordId>()
    let above: BoardRecord | undefined = record
    while (above !== undefined && !this.#known.has(above.id) && !onPath.has(above.id)) {
      path.push(above)
      onPath.add(above.id)
      above = this.#recordOf(parentOf(above))
    }
    if (above !== undefined && onPath.has(above.id)) {
      const start = path.indexOf(above)
      this.#settle(fromSmallest(path.splice(start)), origin)
    }
    this.#settle(path, above === undefined ? origin : this.#placeKnown(above))
    return this.#placeKnown(record)
  }

  /** Records of which each stands in the next, and the last in what stands there. */
  #settle(path: readonly BoardRecord[], base: PagePlace): void {
    let place = base
    for (const record of path.toReversed()) {
      place = within(place, ownPlace(record))
      this.#known.set(record.id, place)
    }
  }

  #placeKnown({ id }: BoardRecord): PagePlace {
    return this.#known.get(id) ?? origin
  }
}

/** The place on the page of something that has a place in a parent. */
export function within(parent: PagePlace, child: PagePlace): PagePlace {
  const [cos, sin] = [Math.cos(parent.rotation), Math.sin(parent.rotation)]
  return {
    x: parent.x + child.x * cos - child.y * sin,
    y: parent.y + child.x * sin + child.y * cos,
    rotation: parent.rotation + child.rotation,
  }
}

/** The id of what a shape is nested in; '' for a record that is in nothing. */
export function parentOf(record: BoardRecord): RecordId {
  const parent = record['parentId']
  return typeof parent === 'string' ? parent : ''
}

function fromSmallest(circle: readonly BoardRecord[]): readonly BoardRecord[] {
  const least = circle.reduce(
    (place, { id }, other) => (id < (circle[place]?.id ?? '') ? other : place),
    0,
  )
  return [...circle.slice(least), ...circle.slice(0, least)]
}

function ownPlace(record: BoardRecord): PagePlace {
  return { x: number(record['x']), y: number(record['y']), rotation: number(record['rotation']) }
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
