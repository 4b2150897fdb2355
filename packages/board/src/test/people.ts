import { below } from '@stip/primitives'
import type { Json, Random, RecordId } from '@stip/primitives'
import { parentOf } from '../merge/page-places.ts'
import type { BoardRecord } from '../record.ts'
import { aBinding, aGroup, anArrow, anAsset, anImage, aNote, richText } from './records.ts'
import type { TestBoard } from './test-board.ts'

/**
 * People at one board who do at random what people do: draw, move, write, nest, delete, bring
 * back. The same random numbers make the same evening.
 */
export class People {
  readonly #name: string
  readonly #board: TestBoard
  readonly #random: Random
  /** Ids each deletion took along, so that it can be undone as a whole. */
  readonly #deletions: (readonly RecordId[])[] = []
  #made = 0

  constructor(name: string, board: TestBoard, random: Random) {
    this.#name = name
    this.#board = board
    this.#random = random
  }

  /** Does one thing. Gives the ids that were deleted or brought back by it. */
  act(mayDelete: (id: RecordId) => boolean = () => true): {
    readonly removed: readonly RecordId[]
    readonly broughtBack: readonly RecordId[]
  } {
    const removed: RecordId[] = []
    const broughtBack: RecordId[] = []
    const shape = this.#pick(this.#board.live())
    const choice = below(this.#random, 16)
    if (shape === undefined || choice < 3)
      this.#board.add(aNote(this.#newName(), this.#words(), this.#place()))
    else if (choice === 3) this.#drawArrow(shape)
    else if (choice === 4) this.#addImage()
    else if (choice === 5) this.#group()
    else if (choice === 6) this.#ungroup()
    else if (choice === 7) this.#writeInGroup()
    else if (choice < 10) this.#move(shape)
    else if (choice < 12 && shape.props['richText'] !== undefined) {
      this.#board.change(shape.id, { t: richText(this.#words()) })
    } else if (choice === 12 && shape.type === 'note') {
      const color = ['yellow', 'blue', 'green'][below(this.#random, 3)] ?? 'yellow'
      this.#board.change(shape.id, { 'p.color': color, 'm.tag': color === 'green' ? null : color })
    } else if (choice < 15) {
      const taken = this.#board.takenAlong(shape.id)
      if (!taken.every(mayDelete)) return { removed, broughtBack }
      // Sometimes another person's work in a group arrives after it was deleted: it then stays behind.
      const isLate = below(this.#random, 6) === 0
      removed.push(...(isLate ? taken.slice(0, 1) : taken))
      for (const id of removed) this.#board.change(id, { gone: true })
      this.#deletions.push(removed)
    } else {
      const deletion = this.#pick(this.#deletions)
      if (deletion !== undefined) {
        broughtBack.push(...deletion.filter((id) => this.#board.get(id)?.isGone === true))
        this.#board.bringBack(...broughtBack)
      }
    }
    return { removed, broughtBack }
  }

  #drawArrow(from: BoardRecord): void {
    const to = this.#pick(this.#board.live())
    if (from.type === 'arrow' || to === undefined || to.type === 'arrow') return
    const name = this.#newName()
    this.#board.add(
      anArrow(name, this.#place()),
      aBinding(`${name}-van`, 'start', `shape:${name}`, from.id),
      aBinding(`${name}-naar`, 'end', `shape:${name}`, to.id),
    )
  }

  #addImage(): void {
    const name = this.#newName()
    this.#board.add(anAsset(name), anImage(name, `asset:${name}`, this.#place()))
  }

  #group(): void {
    const name = this.#newName()
    const loose = this.#board.live().filter((shape) => parentOf(shape) === 'page:page')
    const members = [this.#pick(loose), this.#pick(loose)]
    const { x, y } = this.#place()
    this.#board.add(aGroup(name, { x, y }))
    const parent = `shape:${name}`
    for (const member of members) {
      if (member === undefined) continue
      const xy = [Number(member['x']) - x, Number(member['y']) - y, parent]
      this.#board.change(member.id, { pi: [parent, member['index'] ?? 'a1'], xy })
    }
  }

  #ungroup(): void {
    const group = this.#pick(this.#board.live().filter((shape) => shape.type === 'group'))
    if (group === undefined || parentOf(group) !== 'page:page') return
    for (const child of this.#board.live().filter((shape) => parentOf(shape) === group.id)) {
      const xy = [Number(child['x']) + Number(group['x']), Number(child['y']) + Number(group['y'])]
      this.#board.change(child.id, { pi: ['page:page', child['index'] ?? 'a1'], xy })
    }
  }

  #writeInGroup(): void {
    const group = this.#pick(this.#board.live().filter((shape) => shape.type === 'group'))
    if (group === undefined) return
    this.#board.add(aNote(this.#newName(), this.#words(), { ...this.#place(), parentId: group.id }))
  }

  #move(shape: BoardRecord): void {
    const { x, y } = this.#place()
    const parent = parentOf(shape)
    const xy: Json = parent === 'page:page' ? [x, y] : [x, y, parent]
    this.#board.change(shape.id, { xy })
    if (below(this.#random, 4) === 0)
      this.#board.change(shape.id, { pi: [parent, `a${below(this.#random, 9) + 1}`] })
  }

  #pick<Item>(items: readonly Item[]): Item | undefined {
    return items[below(this.#random, Math.max(items.length, 1))]
  }

  #place(): { readonly x: number; readonly y: number } {
    // Once in a while somebody draws far outside the areas.
    const reach = below(this.#random, 12) === 0 ? 60_000 : 2400
    return { x: below(this.#random, reach * 8) / 8 - reach / 3, y: below(this.#random, 16_000) / 8 }
  }

  #newName(): string {
    return `${this.#name}-${++this.#made}`
  }

  #words(): string {
    return `${this.#name} zegt ${below(this.#random, 1_000_000)}`
  }
}
