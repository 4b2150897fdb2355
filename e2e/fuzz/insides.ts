// What runs in a page has to bring everything along.
// oxlint-disable unicorn/consistent-function-scoping
/** A shape of tldraw, as far as it is needed here. */
interface Shape {
  readonly id: string
  readonly type: string
  readonly isLocked: boolean
  readonly props: Readonly<Record<string, unknown>>
}

/** tldraw's editor, as far as it is needed here. */
interface Editor {
  focus(): void
  selectNone(): void
  setEditingShape(id: null): void
  setCurrentTool(name: string): void
  getCrashingError(): unknown
  getContainer(): HTMLElement
  getCurrentPageId(): string
  getCurrentPageShapesSorted(): Shape[]
  getShapePageBounds(shape: Shape): { readonly center: Point } | undefined
  pageToScreen(point: Point): Point
  hasAncestor(shape: Shape, id: string): boolean
  setSelectedShapes(ids: readonly string[]): void
  updateShapes(changes: readonly object[]): void
  createShape(shape: object): void
  createBinding(binding: object): void
  bringToFront(ids: readonly string[]): void
  sendToBack(ids: readonly string[]): void
  rotateShapesBy(ids: readonly string[], angle: number): void
  groupShapes(ids: readonly string[]): void
  ungroupShapes(ids: readonly string[]): void
  reparentShapes(ids: readonly string[], parent: string): void
  zoomToFit(options: object): void
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The board that a page shows: what is on screen, and the document. */
interface OpenBoard {
  readonly document: { getMap(name: string): { toJSON(): unknown } }
  readonly store: { allRecords(): readonly { readonly id: string; readonly typeName: string }[] }
  readonly binding: { readonly quarantine: ReadonlyMap<string, string> }
}

/** What a page has at a quiet point. */
export interface Rest {
  /** The document, and what is on screen, as JSON. */
  readonly records: string
  readonly screen: string
  /** Whatever there should not be. */
  readonly complaints: readonly string[]
}

/** What the fuzz test does in a page without pointer and keys. */
export interface Hands {
  /** Changes something that takes menus or several gestures by hand. */
  work(deed: string, seed: number): void
  /** The select tool, with nothing being typed in, and the keyboard on the board. */
  takeHold(): void
  /** Chooses one to three things; returns whether there were any. */
  choose(seed: number): boolean
  /** Where something can be taken hold of on the screen. */
  spotOf(kind: string | undefined, seed: number): Point | undefined
  /** Ends whatever was going on, and waits until the screen shows it. */
  rest(): Promise<Rest>
}

declare global {
  var hands: Hands
}

/**
 * Gives a page {@link Hands}. It runs in the page, so it may use nothing from outside. The product
 * offers no way in: the editor is found where React keeps what it draws with.
 */
export function giveHands(): void {
  const insides = (): { readonly editor: Editor; readonly board: OpenBoard } => {
    const canvas = document.querySelector('.tl-canvas')
    const key = Object.keys(canvas ?? {}).find((name) => name.startsWith('__reactFiber$'))
    type Fiber = { readonly return?: Fiber; readonly memoizedProps?: Record<string, unknown> }
    let fiber = (canvas as unknown as Record<string, Fiber | undefined> | null)?.[key ?? '']
    let editor: Editor | undefined
    let board: OpenBoard | undefined
    for (; fiber !== undefined && fiber !== null; fiber = fiber.return) {
      const { value, board: shown } = fiber.memoizedProps ?? {}
      if (editor === undefined && has(value, 'getCurrentPageShapes')) editor = value as Editor
      if (board === undefined && has(shown, 'binding')) board = shown as OpenBoard
    }
    if (editor === undefined || board === undefined) throw new Error('There is no board here.')
    return { editor, board }
  }
  const has = (value: unknown, name: string): boolean =>
    typeof value === 'object' && value !== null && name in value
  const chanceFrom = (seed: number): ((limit: number) => number) => {
    let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
    return (limit) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return (state >>> 8) % limit
    }
  }
  const madeByPeople = (editor: Editor): Shape[] =>
    editor.getCurrentPageShapesSorted().filter(({ isLocked }) => !isLocked)
  const some = (editor: Editor, chance: (limit: number) => number): string[] => {
    const all = madeByPeople(editor)
    const chosen = new Set<Shape>()
    for (let choice = 1 + chance(3); choice > 0 && all.length > 0; choice--) {
      const shape = all[chance(all.length)]
      if (shape !== undefined) chosen.add(shape)
    }
    // Nobody can choose a thing and what it lies in at once.
    const isInside = (shape: Shape): boolean =>
      [...chosen].some(({ id }) => editor.hasAncestor(shape, id))
    return [...chosen].filter((shape) => !isInside(shape)).map(({ id }) => id)
  }
  /** A board writes and shows in frames, and in a tab that nobody sees after 120 ms. */
  const nextFrame = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 130))

  globalThis.hands = {
    takeHold() {
      const { editor } = insides()
      editor.setEditingShape(null)
      editor.setCurrentTool('select')
      editor.focus()
    },
    choose(seed) {
      const { editor } = insides()
      const ids = some(editor, chanceFrom(seed))
      editor.setSelectedShapes(ids)
      return ids.length > 0
    },
    spotOf(kind, seed) {
      const { editor } = insides()
      const all = madeByPeople(editor).filter(({ type }) => kind === undefined || type === kind)
      const shape = all[chanceFrom(seed)(Math.max(1, all.length))]
      const bounds = shape === undefined ? undefined : editor.getShapePageBounds(shape)
      if (bounds === undefined) return undefined
      const { x, y } = editor.pageToScreen(bounds.center)
      const isFree = document.elementFromPoint(x, y)?.closest('.tl-canvas') !== null
      if (!isFree || document.elementFromPoint(x, y) === null) {
        editor.zoomToFit({ immediate: true })
        return undefined
      }
      return { x, y }
    },
    work(deed, seed) {
      const { editor } = insides()
      const chance = chanceFrom(seed)
      editor.getContainer().dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))
      const ids = some(editor, chance)
      const shapes = madeByPeople(editor)
      const ofKind = (...kinds: string[]): Shape | undefined => {
        const all = shapes.filter(({ type }) => kinds.includes(type))
        return all[chance(Math.max(1, all.length))]
      }
      const frame = ofKind('frame')
      if (deed === 'restyle') {
        const color = ['yellow', 'blue', 'green', 'red'][chance(4)]
        const changed = shapes.filter(({ id, props }) => ids.includes(id) && 'color' in props)
        editor.updateShapes(changed.map(({ id, type }) => ({ id, type, props: { color } })))
      } else if (deed === 'to-front') editor.bringToFront(ids)
      else if (deed === 'to-back') editor.sendToBack(ids)
      else if (deed === 'rotate') editor.rotateShapesBy(ids, chance(300) / 100)
      else if (deed === 'group' && ids.length > 1) editor.groupShapes(ids)
      else if (deed === 'ungroup') {
        const group = ofKind('group')
        if (group !== undefined) editor.ungroupShapes([group.id])
      } else if (deed === 'arrow') {
        editor.createShape({ type: 'arrow', x: 200 + chance(600), y: 200 + chance(400) })
      } else if (deed === 'frame') {
        editor.createShape({ type: 'frame', x: chance(600), y: chance(400) })
      } else if (deed === 'into-frame') {
        const free = ids.filter(
          (id) => id !== frame?.id && (frame === undefined || !editor.hasAncestor(frame, id)),
        )
        const isOut = frame === undefined || chance(3) === 0
        editor.reparentShapes(free, isOut ? editor.getCurrentPageId() : frame.id)
      } else if (deed === 'connect') {
        const [arrow, target] = [ofKind('arrow'), ofKind('note', 'geo')]
        if (arrow === undefined || target === undefined) return
        const props = { terminal: chance(2) === 0 ? 'start' : 'end' }
        editor.createBinding({ type: 'arrow', fromId: arrow.id, toId: target.id, props })
      }
    },
    async rest() {
      const { editor, board } = insides()
      editor.setEditingShape(null)
      editor.setCurrentTool('select')
      editor.selectNone()
      editor.getContainer().dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))
      await nextFrame()
      const shared = board.store
        .allRecords()
        .filter(({ typeName }) => ['shape', 'binding', 'asset'].includes(typeName))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      const crash = editor.getCrashingError()
      return {
        records: JSON.stringify(board.document.getMap('records').toJSON()),
        screen: JSON.stringify(shared),
        complaints: [
          ...[...board.binding.quarantine].map(([id, reason]) => `${id}: ${reason}`),
          ...(crash instanceof Error ? [crash.message] : []),
          ...(document.body.innerText.includes('Niet geplaatst') ? ['Niet geplaatst'] : []),
        ],
      }
    },
  }
}
