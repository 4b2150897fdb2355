import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Device } from './device.ts'

/** A ticket for one connection of a program that is no browser. */
export async function aTicket(device: Device, boardId: string, as: string): Promise<string> {
  const path = `/api/boards/${boardId}/ticket?as=${as}`
  return (await device.post<{ ticket: string }>(path, {})).ticket
}

/** npm's y-websocket as anybody would use it, that knows nothing of Stip but a ticket. */
export class PlainClient {
  readonly document = new Y.Doc()
  readonly provider: WebsocketProvider
  /** Every connection that ended, with its code; a plain client comes back on most of them. */
  readonly closes: number[] = []

  constructor(url: string, boardId: string, ticket: string) {
    const socketClass = WebSocket as unknown as typeof globalThis.WebSocket
    this.provider = new WebsocketProvider(
      `${url.replace('http', 'ws')}/sync`,
      boardId,
      this.document,
      {
        params: { ticket },
        WebSocketPolyfill: socketClass,
        disableBc: true,
      },
    )
    this.provider.on('connection-close', (event) => {
      if (event !== null) this.closes.push(event.code)
    })
  }

  get isSynced(): boolean {
    return this.provider.synced
  }

  /** The code with which the server sent this client away for good. */
  sentAway(): Promise<number> {
    return new Promise((resolve) => {
      this.provider.on('closed', ({ code }) => resolve(code))
    })
  }

  write(name: string, text: string): void {
    writeNote(this.document, name, text)
  }

  /** The texts of all notes it sees, in alphabetical order. */
  get notes(): readonly string[] {
    return [...notesByName(this.document).values()].toSorted()
  }

  leave(): void {
    this.provider.destroy()
    this.document.destroy()
  }
}

/** Puts a note on a board in the layout that ARCHITECTURE.md describes. */
export function writeNote(document: Y.Doc, name: string, text: string): void {
  document.transact(() => {
    const map = new Y.Map<unknown>()
    document.getMap('records').set(`shape:${name}`, map)
    map.set('$', { typeName: 'shape', type: 'note', ...fieldsOfNote })
    const fragment = new Y.XmlFragment()
    map.set('t', fragment)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    fragment.insert(0, [paragraph])
  })
}

/** The texts of the notes of a document, by name. */
export function notesByName(document: Y.Doc): ReadonlyMap<string, string> {
  const notes = [...document.getMap('records').entries()].flatMap(([id, map]) => {
    if (!(map instanceof Y.Map)) return []
    const created = map.get('$') as { readonly type?: string } | undefined
    if (created?.type !== 'note') return []
    return [[id.replace('shape:', ''), wordsOf(map.get('t'))] as const]
  })
  return new Map(notes)
}

function wordsOf(fragment: unknown): string {
  if (!(fragment instanceof Y.XmlFragment)) return ''
  return fragment
    .toArray()
    .map((paragraph) => (paragraph instanceof Y.XmlElement ? lettersOf(paragraph) : ''))
    .join('\n')
}

function lettersOf(paragraph: Y.XmlElement): string {
  return paragraph
    .toArray()
    .map((node) => (node instanceof Y.XmlText ? node.toString() : ''))
    .join('')
}

const fieldsOfNote = {
  xy: [200, 200],
  pi: ['page:page', 'a1'],
  rotation: 0,
  isLocked: false,
  opacity: 1,
  'p.color': 'yellow',
  'p.labelColor': 'black',
  'p.size': 'm',
  'p.font': 'draw',
  'p.fontSizeAdjustment': 0,
  'p.align': 'middle',
  'p.verticalAlign': 'middle',
  'p.growY': 0,
  'p.url': '',
  'p.scale': 1,
}
