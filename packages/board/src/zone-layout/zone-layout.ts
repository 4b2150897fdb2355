import type { RecordId } from '@stip/primitives'
import { geometryOf } from '../bounds.ts'
import type { BoardRecord } from '../record.ts'
import { extentOf } from './extent.ts'
import type { Extent } from './extent.ts'
import { isZone, shiftAt, stepsFor } from './page-zones.ts'
import type { PageZone, Step } from './page-zones.ts'
import { belowEachOther } from './sentences.ts'
import type { Reach, Sentence } from './sentences.ts'
import { standsOnPage, ZonePage } from './zone-page.ts'

/** Zones grow by this much at a time, so that not every letter moves the board. Board pixels. */
const GROWS_BY = 40
/** Room between the lowest thing in a zone and its edge. Board pixels. */
const INSET = 16
/** A zone does not grow for what lies so far below all else in it: somebody put it there. Board pixels. */
const ALONE = 5000

interface Held extends Extent {
  readonly props: unknown
  readonly rotation: unknown
  readonly zone: PageZone | undefined
}

/**
 * How high each zone of a board is and how far everything below it goes down. It follows from the
 * records alone, in whatever order they come, so it is the same on every screen and nobody writes it.
 */
export class ZoneLayout extends ZonePage {
  readonly #held = new Map<RecordId, Held>()
  /** What stands lower than its zone is on paper, by zone: from where to how much higher that has to be for it. */
  readonly #over = new Map<RecordId, Map<RecordId, Reach>>()
  /** Texts in zones for sentences, by zone, and how much lower than on paper each stands. */
  readonly #sentences = new Map<RecordId, Map<RecordId, Sentence>>()
  #lowered: ReadonlyMap<RecordId, number> = new Map()
  #isStale = false

  constructor(records: readonly BoardRecord[] = []) {
    super()
    this.reset(records)
    this.settle()
  }

  /** Whether zones may have to be higher, or lower, than they are. */
  get isStale(): boolean {
    return this.#isStale
  }

  /** Begins anew with all that is on a board, as it is stored; zones stay as high as they were until it settles. */
  reset(records: readonly BoardRecord[]): void {
    this.#held.clear()
    this.#over.clear()
    this.#sentences.clear()
    this.setZones(records.filter(isZone))
    this.#isStale = this.zones.size > 0 || this.steps.length > 0
    if (this.zones.size > 0) {
      let geometry: ReturnType<typeof geometryOf> | undefined
      for (const record of records) {
        if (!standsOnPage(record)) continue
        // Only of a group it takes more than itself to know how large it is.
        const box =
          record.type === 'group' ? (geometry ??= geometryOf(records)).boundsOf(record) : undefined
        const below = box && box.y + box.h - Number(record['y'])
        this.#put(record, box === undefined ? extentOf(record) : { ...extentOf(record), below })
      }
    }
  }

  /** A thing on the page was made or changed; of a group only its place. */
  update(record: BoardRecord): void {
    if (this.zones.size > 0 && standsOnPage(record)) this.#put(record, this.extentIn(record))
  }

  /** A thing is not on the board any more. */
  remove(id: RecordId): void {
    const zone = this.#held.get(id)?.zone
    this.#held.delete(id)
    this.#leave(zone, id)
  }

  /** Works out anew how high zones are. @returns Whether anything is shown elsewhere now. */
  settle(): boolean {
    if (!this.#isStale) return false
    this.#isStale = false
    const before = { steps: this.steps, lowered: this.#lowered }
    const lowered = new Map<RecordId, number>()
    const flows = new Map<RecordId, readonly Reach[]>()
    for (const [zone, sentences] of this.#sentences) {
      const flow = belowEachOther(sentences)
      flows.set(zone, flow.places)
      for (const [id, by] of flow.lowered) lowered.set(id, by)
    }
    this.#lowered = lowered
    this.steps = stepsFor(this.zones.values(), ({ id, bottom }) =>
      howMuchMore([
        ...(this.#over.get(id)?.values() ?? []),
        ...(flows.get(id) ?? []).map((place) => beyond(bottom, place)),
      ]),
    )
    return !isSame(before.steps, this.steps) || !hasSame(before.lowered, lowered)
  }

  /** How much lower a thing on the page is shown than it is stored. */
  shiftOf(record: BoardRecord): number {
    if (this.#isAsOnPaper || !standsOnPage(record)) return 0
    const held = this.#held.get(record.id)
    const { dx, dy, below } = held ?? extentOf(record)
    // What is gone is asked for too: it may hold what is not.
    const zone = held === undefined ? this.zoneOf(record, { dx, dy, below }) : held.zone
    if (zone !== undefined) return this.shiftOfZone(zone) + (this.#lowered.get(record.id) ?? 0)
    return shiftAt(this.steps, Number(record['y']) + dy)
  }

  /** A record as it is shown; the very same when nothing is different. */
  shown(record: BoardRecord): BoardRecord {
    if (this.#isAsOnPaper) return record
    if (!isZone(record)) {
      const shift = this.shiftOf(record)
      return shift === 0 ? record : { ...record, y: Number(record['y']) + shift }
    }
    const [y, h] = [Number(record['y']), Number(record.props['h'])]
    const [above, below] = [shiftAt(this.steps, y), shiftAt(this.steps, y + h)]
    if (below === 0) return record
    return {
      ...record,
      y: y + above,
      props: { ...record.props, h: h + below - above },
      meta: { ...record.meta, paper: [y, h] },
    }
  }

  /** Sizes are not worked out again for what only moved. */
  protected override extentIn(record: BoardRecord): Extent {
    const held = this.#held.get(record.id)
    const isSame = held?.props === record.props && held.rotation === record['rotation']
    const isGroup = record.type === 'group'
    return held !== undefined && (isSame || isGroup) ? held : extentOf(record)
  }

  #put(record: BoardRecord, { dx, dy, below }: Extent): void {
    const { id, props } = record
    const zone = this.zoneOf(record, { dx, dy, below })
    const before = this.#held.get(id)?.zone
    if (before !== zone) this.#leave(before, id)
    this.#held.set(id, { dx, dy, below, props, rotation: record['rotation'], zone })
    if (zone?.flows && record.type === 'text' && below !== undefined) {
      this.#setSentence(zone, id, { y: Number(record['y']), below })
      return
    }
    const y = Number(record['y'])
    const isHeld = zone?.grows === true && below !== undefined
    this.#setOver(zone, id, isHeld ? beyond(zone.bottom, { top: y, end: y + below }) : nowhere)
  }

  #setOver(zone: PageZone | undefined, id: RecordId, over: Reach): void {
    if (zone === undefined) return
    const things = this.#over.get(zone.id)
    const before = things?.get(id) ?? nowhere
    if (before.end !== over.end || before.top !== over.top) this.#isStale = true
    if (over.end > 0) {
      if (things === undefined) this.#over.set(zone.id, new Map([[id, over]]))
      else things.set(id, over)
    } else things?.delete(id)
  }

  #setSentence(zone: PageZone, id: RecordId, sentence: Sentence): void {
    const sentences = this.#sentences.get(zone.id) ?? new Map<RecordId, Sentence>()
    const before = sentences.get(id)
    if (before?.y !== sentence.y || before.below !== sentence.below) this.#isStale = true
    this.#sentences.set(zone.id, sentences.set(id, sentence))
  }

  #leave(zone: PageZone | undefined, id: RecordId): void {
    this.#setOver(zone, id, nowhere)
    if (zone !== undefined && this.#sentences.get(zone.id)?.delete(id)) this.#isStale = true
  }

  get #isAsOnPaper(): boolean {
    return this.steps.length === 0 && this.#lowered.size === 0
  }
}

/** A board as it is shown, of its records as they are stored; the same records when no zone grew. */
export function laidOut(records: readonly BoardRecord[]): readonly BoardRecord[] {
  const layout = new ZoneLayout(records)
  const shown = records.map((record) => layout.shown(record))
  return shown.every((record, place) => record === records[place]) ? records : shown
}

function isSame(one: readonly Step[], other: readonly Step[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ at, sum }, place) => other[place]?.at === at && other[place].sum === sum)
  )
}

function hasSame<Key, Value>(
  one: ReadonlyMap<Key, Value>,
  other: ReadonlyMap<Key, Value>,
): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value)
}

const nowhere: Reach = { top: 0, end: 0 }

/** From where to where something reaches below a zone as it is on paper, in steps. */
function beyond(bottom: number, { top, end }: Reach): Reach {
  const reach = { top: inSteps(top - bottom), end: inSteps(end + INSET - bottom) }
  return reach.end === 0 ? nowhere : reach
}

/** How much higher a zone must be for what reaches below it, but not for what lies there all alone. */
function howMuchMore(reaches: readonly Reach[]): number {
  const lowest = reaches.reduce((most, { end }) => Math.max(most, end), 0)
  if (lowest <= ALONE) return lowest
  let more = 0
  for (const { top, end } of reaches.toSorted((one, other) => one.top - other.top)) {
    if (top > more + ALONE) break
    more = Math.max(more, end)
  }
  return more
}

function inSteps(over: number): number {
  return Math.max(0, Math.ceil(over / GROWS_BY) * GROWS_BY)
}
