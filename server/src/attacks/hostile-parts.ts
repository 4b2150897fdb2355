import { PAGE_ID } from '@stip/documents'
import * as Y from 'yjs'
import { aNote } from '../test/a-note.ts'

/** The note that a bystander wrote and that most attacks aim at. */
export const VICTIM = 'shape:victim'

/** The map of the victim's note. */
export function recordOf(doc: Y.Doc): Y.Map<unknown> | undefined {
  return doc.getMap<Y.Map<unknown>>('records').get(VICTIM)
}

/** Puts maps in each other, in a field of a note. */
export function nestMaps(record: Y.Map<unknown> | undefined, depth: number): void {
  let map = record
  for (let level = 0; level < depth; level++) {
    const inner = new Y.Map<unknown>()
    map?.set('m.a', inner)
    map = inner
  }
}

/** Puts lists in each other, in the words of the victim's note. */
export function nestLists(doc: Y.Doc, depth: number): void {
  let element: Y.XmlFragment = recordOf(doc)?.get('t') as Y.XmlFragment
  for (let level = 0; level < depth; level++) {
    const inner = new Y.XmlElement(level % 2 === 0 ? 'bulletList' : 'listItem')
    element.insert(0, [inner])
    element = inner
  }
}

/** An object in objects. */
export function deep(depth: number): object {
  let value: object = {}
  for (let level = 0; level < depth; level++) value = { a: value }
  return value
}

/** One struct whose string says that it has a letter more than it has. */
export function aLongString(): Uint8Array {
  const root = new TextEncoder().encode('records')
  return Uint8Array.of(1, 1, 5, 0, 4, 1, root.length, ...root, 2, 65)
}

/** A frame on the page. */
export function aFrameRecord(name: string) {
  const { props: _props, ...shape } = aNote(name, '')
  return {
    ...shape,
    type: 'frame',
    parentId: PAGE_ID,
    props: { w: 10, h: 10, name: '', color: 'black' },
  }
}

/** A pen that lies still. */
export function aStillPen(name: string, length: number) {
  const points = Array.from({ length }, () => ({ x: 0, y: 0 }))
  const { props: _props, ...shape } = aNote(name, '')
  return {
    ...shape,
    type: 'draw',
    props: {
      color: 'black',
      fill: 'none',
      dash: 'draw',
      size: 'm',
      segments: [{ type: 'free', points }],
      isComplete: true,
      isClosed: false,
      isPen: false,
      scale: 1,
    },
  }
}

/** What an embedded page of elsewhere would have. */
export const embedProps = { w: 300, h: 300, url: 'https://elders.example/' }

/** An image that comes from somewhere. */
export function anAsset(src: string) {
  return {
    id: 'asset:foreign',
    typeName: 'asset' as const,
    type: 'image',
    props: { name: 'x', src, w: 1, h: 1, mimeType: 'image/png', isAnimated: false },
    meta: {},
  }
}
