import { InstancePresenceRecordType, PageRecordType } from 'tldraw'
import type { Editor, TLEventInfo, TLInstancePresence } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { nlCanvas } from '../../texts/nl-canvas.ts'
import { applyRemote } from '../binding/applying.ts'
import { browserFrames } from '../binding/frames.ts'
import type { WetStroke } from '../binding/wet-ink.ts'
import { inkOf, scribbleOf } from './ink.ts'
import { nameOf, safeColor } from './person.ts'

/** At most 30 times a second, more is not seen. Milliseconds. */
const EVERY_MS = 33

/** Tells others where our pointer is and what we are drawing, until the returned function is called. */
export function sendPointer(
  editor: Editor,
  awareness: Awareness,
  wetStroke: () => WetStroke | undefined,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = ''
  const tell = (): void => {
    timer = undefined
    const { x, y } = editor.inputs.currentPagePoint
    const pointer = { x: Math.round(x), y: Math.round(y) }
    const words = `${pointer.x} ${pointer.y}`
    // The pen that is lifted does not move, and its ink is dry.
    if (words === told && awareness.getLocalState()?.['ink'] == null) return
    told = words
    const stroke = wetStroke()
    const ink = stroke === undefined ? null : inkOf(stroke)
    awareness.setLocalState({ ...awareness.getLocalState(), pointer, ink })
  }
  const moved = (event: TLEventInfo): void => {
    // tldraw makes up an event with a negative id when only the view moves.
    if (event.type === 'pointer' && event.pointerId >= 0) timer ??= setTimeout(tell, EVERY_MS)
  }
  editor.on('event', moved)
  return () => {
    clearTimeout(timer)
    editor.off('event', moved)
    awareness.setLocalState({ ...awareness.getLocalState(), pointer: null, ink: null })
  }
}

/** Shows where others point, as far as the server passes it on, until the returned function is called. */
export function showPointers(editor: Editor, awareness: Awareness): () => void {
  const changed = new Set<number>(awareness.getStates().keys())
  const show = (): void => {
    const records: TLInstancePresence[] = []
    const gone: TLInstancePresence['id'][] = []
    for (const client of changed) {
      if (client === awareness.clientID) continue
      const record = presenceOf(client, awareness.getStates().get(client))
      if (record === undefined) gone.push(recordId(client))
      else records.push(record)
    }
    changed.clear()
    applyRemote(editor.store, () => {
      editor.store.remove(gone.filter((id) => editor.store.has(id)))
      editor.store.put(records)
    })
  }
  // Forty people who move are forty messages, and one change on screen.
  const frames = browserFrames(show)
  const note = ({ added, updated, removed }: AwarenessChange): void => {
    for (const client of [...added, ...updated, ...removed]) changed.add(client)
    frames.request()
  }
  show()
  awareness.on('change', note)
  return () => {
    frames.stop()
    awareness.off('change', note)
  }
}

interface AwarenessChange {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

function recordId(client: number): TLInstancePresence['id'] {
  return InstancePresenceRecordType.createId(String(client))
}

/** What others say about themselves is read with care: only numbers and stamped names get through. */
function presenceOf(
  client: number,
  state: { readonly [key: string]: unknown } | undefined,
): TLInstancePresence | undefined {
  const pointer = state?.['pointer'] as
    | { readonly x?: unknown; readonly y?: unknown }
    | null
    | undefined
  const x = pointer?.x
  const y = pointer?.y
  if (typeof x !== 'number' || typeof y !== 'number') return undefined
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined
  const scribble = scribbleOf(state?.['ink'])
  return InstancePresenceRecordType.create({
    id: recordId(client),
    userId: String(client),
    userName: nameOf(state?.['user']) ?? nlCanvas.somebody,
    color: safeColor(state?.['user']),
    currentPageId: PageRecordType.createId('page'),
    cursor: { x, y, type: 'default', rotation: 0 },
    scribbles: scribble === undefined ? [] : [scribble],
    lastActivityTimestamp: Date.now(),
  })
}
