import type { BoardRecord } from '@stip/board'
import type { Json, JsonObject } from '@stip/primitives'
import * as Y from 'yjs'
import { arrowProps, noteProps } from '../files/new-records.ts'

/** A document with a fixed client id: Yjs settles ties by it, so a run can be repeated. */
export function aDocument(clientId: number): Y.Doc {
  const document = new Y.Doc()
  document.clientID = clientId
  return document
}

/** Brings documents up to date with each other, both ways. */
export function exchange(...documents: readonly Y.Doc[]): void {
  for (const from of documents) {
    for (const to of documents) {
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
    }
  }
}

/** The updates that a change makes, as they would be sent. */
export function updatesOf(document: Y.Doc, change: () => void): Uint8Array[] {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array): void => {
    updates.push(update)
  }
  document.on('update', collect)
  change()
  document.off('update', collect)
  return updates
}

/** Rich text of one paragraph for every line. */
export function richText(...lines: readonly string[]): JsonObject {
  return {
    type: 'doc',
    content: lines.map((text) =>
      text === ''
        ? { type: 'paragraph' }
        : { type: 'paragraph', content: [{ type: 'text', text }] },
    ),
  }
}

/** A note on the page; name only what the test is about. */
export function aNote(
  name: string,
  differences: { readonly [key: string]: Json } = {},
): BoardRecord {
  const { props, ...rest } = differences
  return {
    ...shapeOf('note', name, {
      ...noteProps,
      richText: richText(''),
      ...(props as JsonObject | undefined),
    }),
    ...rest,
  }
}

/** A frame on the page. */
export function aFrame(
  name: string,
  differences: { readonly [key: string]: Json } = {},
): BoardRecord {
  return {
    ...shapeOf('frame', name, { w: 400, h: 300, name: '', color: 'black' }),
    ...differences,
  }
}

/** An arrow on the page, with a word on it. */
export function anArrow(
  name: string,
  differences: { readonly [key: string]: Json } = {},
): BoardRecord {
  const props = {
    ...arrowProps,
    start: { x: 0, y: 0 },
    end: { x: 100, y: 50 },
    text: 'leidt tot',
  }
  return { ...shapeOf('arrow', name, props), ...differences }
}

/** What ties an end of an arrow to a shape. */
export function aBinding(
  name: string,
  arrow: string,
  target: string,
  terminal: 'start' | 'end' = 'end',
): BoardRecord {
  return {
    id: `binding:${name}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: `shape:${arrow}`,
    toId: `shape:${target}`,
    props: {
      terminal,
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    },
    meta: {},
  }
}

/** A zone of a step, as the server makes it. */
export function aZone(name: string, differences: JsonObject = {}): BoardRecord {
  const props = {
    w: 800,
    h: 600,
    title: 'Wat zie je?',
    question: 'Hoe is het er over tien jaar?',
    color: 'yellow',
    style: 'area',
    letter: '',
    ...differences,
  }
  return { ...shapeOf('zone', name, props), isLocked: true }
}

/** A picture that was uploaded to our own server. */
export function anAsset(name: string, src = '/api/assets/avond/foto.png'): BoardRecord {
  return {
    id: `asset:${name}`,
    typeName: 'asset',
    type: 'image',
    props: { w: 640, h: 480, name: 'foto.png', isAnimated: false, mimeType: 'image/png', src },
    meta: {},
  }
}

/** A shape that shows an asset. */
export function anImage(name: string, asset: string): BoardRecord {
  return shapeOf('image', name, {
    w: 320,
    h: 240,
    playing: true,
    url: '',
    assetId: `asset:${asset}`,
    crop: null,
    flipX: false,
    flipY: false,
    altText: '',
  })
}

function shapeOf(type: string, name: string, props: JsonObject): BoardRecord {
  return {
    id: `shape:${name}`,
    typeName: 'shape',
    type,
    x: 100,
    y: 200,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    props,
    meta: {},
  }
}

export function aStip(name: string, differences: JsonObject = {}): BoardRecord {
  return {
    ...aNote(name, differences),
    type: 'stip',
    props: { w: 320, scale: 1, color: 'orange', richText: richText('Iedereen doet mee.') },
  }
}

export function aHorizon(name: string): BoardRecord {
  return { ...aNote(name), type: 'horizon', props: { w: 1200, scale: 1, color: 'black' } }
}
