import { useEffect, useRef } from 'react'
import type { ReactElement } from 'react'
import { react, useEditor } from 'tldraw'
import type { Editor } from 'tldraw'
import { useOthers } from './others-context.ts'
import type { Others, Telling } from './others.ts'

/** Whoever does not move this long lets go of the mouse, or is out of the room. Milliseconds. */
const RESTS_AFTER_MS = 60_000
const CHECK_MS = 5_000
/** Room for the arrow and the name outside of what is on screen, in px. */
const EDGE = 160

const arrow =
  '<svg viewBox="0 0 20 24" width="20" height="24"><path d="M3 2v17l4.6-4.4 3 7.1 3.3-1.4-3-7H17z" fill="currentColor" stroke="#fff" stroke-width="1.5" stroke-linejoin="round"/></svg>'

/**
 * Where others point: arrows with names on layers of their own, put in place without React and
 * without tldraw, because they move all the time and nothing depends on them.
 */
export function CursorLayer(): ReactElement {
  const editor = useEditor()
  const others = useOthers()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const layer = ref.current
    return layer === null ? undefined : showCursors(editor, others, layer)
  }, [editor, others])
  return <div ref={ref} className="stip-cursors" aria-hidden="true" />
}

function showCursors(editor: Editor, others: Others, layer: HTMLElement): () => void {
  const cursors = new Map<string, Cursor>()
  const place = (): void => {
    const { x, y, z } = editor.getCamera()
    const { w, h } = editor.getViewportScreenBounds()
    const earliest = performance.now() - RESTS_AFTER_MS
    const gone = new Set(cursors.keys())
    for (const telling of others.all) {
      const { id, pointer, at } = telling
      if (pointer == null || at < earliest) continue
      const [left, top] = [(pointer.x + x) * z, (pointer.y + y) * z]
      if (left < -EDGE || top < -EDGE || left > w || top > h) continue
      gone.delete(id)
      const cursor = cursors.get(id) ?? new Cursor(layer)
      cursors.set(id, cursor)
      cursor.show(telling, left, top)
    }
    for (const id of gone) {
      cursors.get(id)?.remove()
      cursors.delete(id)
    }
  }
  const stops = [
    others.subscribe(place),
    react('where others point in what is seen', place),
    // Whoever rests tells nothing.
    (
      (timer) => () =>
        clearInterval(timer)
    )(setInterval(place, CHECK_MS)),
  ]
  return () => {
    for (const stop of stops) stop()
    layer.replaceChildren()
  }
}

/** One arrow with a name. Only what changed is written: each write costs the browser a look. */
class Cursor {
  readonly #element = document.createElement('div')
  readonly #name = document.createElement('span')
  #written = { name: '', color: '', transform: '' }

  constructor(layer: HTMLElement) {
    this.#element.className = 'stip-cursor'
    this.#name.dir = 'auto'
    this.#element.innerHTML = arrow
    this.#element.append(this.#name)
    layer.append(this.#element)
  }

  show({ name, color }: Telling, left: number, top: number): void {
    const transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
    const written = this.#written
    this.#written = { name, color, transform }
    if (name !== written.name) this.#name.textContent = name
    if (color !== written.color) {
      this.#element.style.color = color
      this.#name.style.background = color
    }
    if (transform !== written.transform) this.#element.style.transform = transform
  }

  remove(): void {
    this.#element.remove()
  }
}
