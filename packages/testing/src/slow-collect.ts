/** A card as its group has it. */
export interface OwnCard {
  text: string
  hasStar: boolean
  isGone: boolean
}

/** Its copy on the vision, and what was written there for people. */
interface Copy {
  text: string
  isMoved: boolean
  isGone: boolean
  isWithdrawn: boolean
  /** The words of its group as last collected. */
  collected: string
  /** Who hid it, or that it stays although its group deleted it. */
  state: 'there' | 'hidden' | 'kept'
}

type Copies = Map<string, Copy>

/** What one collecting did to one copy. */
interface Done {
  readonly before: Copy | undefined
  readonly after: Copy
}

/**
 * Collecting as one would do it by hand, card by card and in sentences: what a test compares the real one with.
 * It knows words and life of notes, and nothing of zones, drawings, Yjs or fields.
 */
export class SlowCollect {
  /** The cards of all groups, by the ids of their copies. */
  readonly cards = new Map<string, OwnCard>()
  #copies: Copies = new Map()
  readonly #merges: Map<string, Done>[] = []

  /** What people see: the words of each copy on the vision, and whether its group deleted it. */
  shown(): Readonly<Record<string, string>> {
    const seen = [...this.#copies].filter(([, copy]) => !copy.isGone)
    return Object.fromEntries(
      seen.map(([id, { text, isWithdrawn }]) => [id, `${isWithdrawn ? '(weg) ' : ''}${text}`]),
    )
  }

  edit(id: string, text: string): void {
    this.#known(id).text = text
  }

  move(id: string): void {
    this.#known(id).isMoved = true
  }

  /** People take it off: nobody hid it but they. */
  remove(id: string): void {
    const copy = this.#known(id)
    copy.isGone = true
  }

  bringBack(id: string): void {
    this.#known(id).isGone = false
  }

  /** Gives how many copies it did something to. */
  collect(): number {
    const done = new Map<string, Done>()
    for (const [id, card] of this.cards) {
      const before = this.#copies.get(id)
      const after = card.isGone ? withdrawn(before) : collected(card, before)
      if (after === undefined || isSame(before, after)) continue
      this.#copies.set(id, after)
      done.set(id, { before, after: { ...after } })
    }
    this.#merges.push(done)
    return done.size
  }

  /** The last collecting never was. */
  forget(): void {
    for (const [id, { before }] of this.#merges.pop() ?? []) {
      if (before === undefined) this.#copies.delete(id)
      else this.#copies.set(id, before)
    }
  }

  /** Takes the last collecting back, word by word and card by card; what people did since stays. */
  undo(): void {
    for (const [id, { before, after }] of this.#merges.pop() ?? []) {
      const now = this.#known(id)
      this.#copies.set(id, before === undefined ? unmade(now, after) : undone(now, before, after))
    }
  }

  #known(id: string): Copy {
    const copy = this.#copies.get(id)
    if (copy === undefined) throw new RangeError(`Nobody collected ${id}.`)
    return copy
  }
}

function isSame(before: Copy | undefined, after: Copy): boolean {
  if (before === undefined) return false
  return Object.entries(after).every(([key, value]) => before[key as keyof Copy] === value)
}

/** Its group has it. */
function collected(card: OwnCard, before: Copy | undefined): Copy | undefined {
  const { text } = card
  if (before === undefined) {
    if (!card.hasStar) return undefined
    const made = { text, isMoved: false, isGone: false, isWithdrawn: false, collected: text }
    return { ...made, state: 'there' }
  }
  // People took it off, or nobody chose it any more before it could come back.
  if (before.isGone && (before.state !== 'hidden' || !card.hasStar)) return undefined
  const isOurs = before.text !== before.collected
  return {
    ...before,
    text: isOurs ? before.text : text,
    // What comes back gets a new place.
    isMoved: before.isMoved && !before.isGone,
    isGone: false,
    isWithdrawn: false,
    collected: text,
    state: 'there',
  }
}

/** Its group deleted it. */
function withdrawn(before: Copy | undefined): Copy | undefined {
  if (before === undefined || before.isGone || before.state === 'kept') return undefined
  // People brought back what was hidden: that is a choice.
  if (before.state === 'hidden') return { ...before, state: 'kept' }
  const isTouched = before.isMoved || before.text !== before.collected
  const state = isTouched ? 'kept' : 'hidden'
  return { ...before, isWithdrawn: true, isGone: !isTouched, state }
}

/** The collecting made it: gone again, unless people did something with it. */
function unmade(now: Copy, after: Copy): Copy {
  const isTouched = now.isMoved || now.text !== after.text
  return now.isGone || isTouched ? now : { ...now, isGone: true, state: 'hidden' }
}

/** The collecting changed it: each thing that is as it was left then goes back. */
function undone(now: Copy, before: Copy, after: Copy): Copy {
  const back = { ...now, collected: before.collected, state: before.state }
  if (now.text === after.text) back.text = before.text
  if (now.isMoved === after.isMoved) back.isMoved = before.isMoved
  if (now.isWithdrawn === after.isWithdrawn) back.isWithdrawn = before.isWithdrawn
  const wasHidden = after.isGone && !before.isGone
  const wasShown = !after.isGone && before.isGone
  if (wasHidden && now.isGone && now.state === 'hidden') back.isGone = false
  // People took off what it had shown, or brought back what it had hidden: theirs.
  else if (wasShown && !now.isGone) back.isGone = true
  else if (wasShown) back.state = 'there'
  else if (wasHidden) back.state = now.isGone ? 'there' : 'kept'
  else if (!now.isGone && before.state === 'hidden') back.state = 'kept'
  else if (now.isGone && !before.isGone) back.state = 'there'
  return back
}
