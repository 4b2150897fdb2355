import { createRecord } from '@stip/documents'
import type { BoardRecord } from '@stip/board'
import { toRichText } from 'tldraw'
import type { TLRecord, TLShape, TLShapeId, TLStore } from 'tldraw'
import * as Y from 'yjs'
import { BoardBinding } from '../binding/board-binding.ts'
import { createBoardStore } from '../setup/board-store.ts'

/** One person's screen: a store of tldraw bound to a document, without a browser and without frames. */
export class Screen {
  readonly document = new Y.Doc()
  readonly store: TLStore = createBoardStore()
  readonly binding: BoardBinding
  /** Updates that this screen made and that were not delivered yet. */
  readonly outbox: Uint8Array[] = []
  framesAsked = 0
  /** A frame of the browser comes. */
  frame: () => void = () => undefined
  rejections = 0

  constructor(clientId: number) {
    this.document.clientID = clientId
    this.binding = new BoardBinding({
      store: this.store,
      document: this.document,
      frames: (work) => {
        this.frame = work
        return { request: () => void this.framesAsked++, stop: () => {} }
      },
      onRejected: () => void this.rejections++,
    })
    this.document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'line') this.outbox.push(update)
    })
  }

  /** Does one thing as this person, as one step. */
  act(change: () => void): void {
    this.binding.beginStep()
    change()
    this.binding.flush()
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.document, update, 'line')
  }

  shape(id: string): TLShape | undefined {
    return this.store.get(id as TLShapeId)
  }

  move(id: string, x: number, y: number): void {
    this.act(() => this.store.update(id as TLShapeId, (shape) => ({ ...shape, x, y })))
  }

  color(id: string, color: string): void {
    this.setProps(id, { color })
  }

  setProps(id: string, props: object): void {
    this.act(() =>
      this.store.update(id as TLShapeId, (shape) => ({
        ...shape,
        props: { ...shape.props, ...props },
      })),
    )
  }

  write(id: string, text: string): void {
    this.setProps(id, { richText: toRichText(text) })
  }

  add(...records: TLRecord[]): void {
    this.act(() => this.store.put(records))
  }

  remove(...ids: string[]): void {
    this.act(() => this.store.remove(ids as TLShapeId[]))
  }

  /** What is shown and shared, in a form that two screens can be compared by. */
  shown(): unknown[] {
    return this.store
      .allRecords()
      .filter((record) => ['shape', 'binding', 'asset'].includes(record.typeName))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  }
}

/** Delivers everything between screens until nobody has anything to say, and draws it. */
export function exchange(...screens: Screen[]): void {
  for (const screen of screens) screen.binding.flush()
  while (screens.some((screen) => screen.outbox.length > 0)) {
    for (const screen of screens) {
      for (const update of screen.outbox.splice(0)) {
        for (const other of screens) if (other !== screen) other.receive(update)
      }
    }
    for (const screen of screens) screen.binding.flush()
  }
}

/** Two people on one board. */
export function twoScreens(): readonly [Screen, Screen] {
  return [new Screen(1), new Screen(2)]
}

/** A note as tldraw makes it; name only what the test is about. */
export function aNote(name: string, differences: Partial<TLShape> = {}): TLShape {
  return {
    id: `shape:${name}` as TLShapeId,
    typeName: 'shape',
    type: 'note',
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'yellow',
      richText: toRichText(''),
      size: 'm',
      font: 'sans',
      align: 'middle',
      verticalAlign: 'middle',
      labelColor: 'black',
      growY: 0,
      fontSizeAdjustment: 0,
      url: '',
      scale: 1,
    },
    ...differences,
  } as TLShape
}

/** Puts something on a board past every check of the screen. */
export function smuggle(screen: Screen, record: unknown): void {
  createRecord(screen.document, record as BoardRecord)
}
