import { countKeyCards } from '@stip/documents/overview'
import type * as Y from 'yjs'
import type { BoardSession } from './board-session.ts'

/** What is counted of a board while it is being drawn on. */
export interface TallyMoment {
  readonly keyCards: number
  /** Strokes and pictures, and words that describe them; where each stands on the page. */
  readonly drawings: readonly { readonly y: number; readonly isDrawn: boolean }[]
}

/** Counting goes over every record, so it is done seldom. Milliseconds. */
const EVERY_MS = 2000

const nothing: TallyMoment = { keyCards: 0, drawings: [] }
const drawn: ReadonlySet<unknown> = new Set(['draw', 'highlight', 'line', 'image'])

/** Counts on a board what its group is asked for, next to whatever else shows it. */
export class BoardTally {
  readonly #life: BoardSession
  #moment: TallyMoment = nothing

  constructor(life: BoardSession) {
    this.#life = life
  }

  get moment(): TallyMoment {
    return this.#moment
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    let document: Y.Doc | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = (): void => {
      timer = undefined
      const next = document === undefined ? nothing : tallyOf(document)
      if (isSame(next, this.#moment)) return
      this.#moment = next
      listener()
    }
    const plan = (): void => {
      timer ??= setTimeout(count, EVERY_MS)
    }
    const follow = (): void => {
      const now = this.#life.moment.board?.document
      if (now === document) return
      document?.off('update', plan)
      document = now
      document?.on('update', plan)
      plan()
    }
    const stop = this.#life.subscribe(follow)
    follow()
    return () => {
      clearTimeout(timer)
      document?.off('update', plan)
      stop()
    }
  }
}

function tallyOf(document: Y.Doc): TallyMoment {
  const drawings: { y: number; isDrawn: boolean }[] = []
  for (const map of document.getMap<Y.Map<unknown>>('records').values()) {
    if (map.get('gone') === true) continue
    const created = map.get('$') as { readonly [key: string]: unknown } | undefined
    const isDrawn = drawn.has(created?.['type'])
    if (!isDrawn && created?.['m.describes'] === undefined) continue
    const place = map.get('xy') ?? created?.['xy']
    const y: unknown = Array.isArray(place) ? place[1] : undefined
    if (typeof y === 'number') drawings.push({ y, isDrawn })
  }
  return { keyCards: countKeyCards(document), drawings }
}

function isSame(one: TallyMoment, other: TallyMoment): boolean {
  return (
    one.keyCards === other.keyCards &&
    one.drawings.length === other.drawings.length &&
    one.drawings.every(({ y }, index) => y === other.drawings[index]?.y)
  )
}
