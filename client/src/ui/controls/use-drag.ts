import { type RefCallback, type RefObject, useEffect, useRef, useState } from 'react'

/** What is dragged, as the browser carries it. A place takes only what it is for. */
export type DragKind = 'text/x-stip-person' | 'text/x-stip-card' | 'text/x-stip-pile'

/** Makes a list item draggable by its id. What stands beside it does the same without a mouse. */
export function useDraggable(kind: DragKind, id: string): RefObject<HTMLLIElement | null> {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const element = item.current
    const begin = (event: DragEvent) => {
      event.dataTransfer?.setData(kind, id)
      if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move'
    }
    element?.addEventListener('dragstart', begin)
    return () => element?.removeEventListener('dragstart', begin)
  }, [kind, id])
  return item
}

/** Makes a part of the screen take what {@link useDraggable} carries; `point` is where, on the screen. */
export function useDropPlace<Place extends HTMLElement = HTMLElement>(
  kind: DragKind,
  onDrop: (id: string, point: { readonly x: number; readonly y: number }) => void,
): RefCallback<Place> {
  // A place that comes later, or comes anew, takes what is dropped as well.
  const [element, setElement] = useState<Place | null>(null)
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  useEffect(() => {
    // A place takes a drop only when it says so while something hangs over it.
    const allow = (event: DragEvent) => {
      if (element === null || event.dataTransfer?.types.includes(kind) !== true) return
      event.preventDefault()
      element.dataset['dropping'] = ''
    }
    const leave = (event: DragEvent) => {
      const isInside = event.relatedTarget instanceof Node && element?.contains(event.relatedTarget)
      if (isInside !== true) delete element?.dataset['dropping']
    }
    const drop = (event: DragEvent) => {
      delete element?.dataset['dropping']
      const id = event.dataTransfer?.getData(kind) ?? ''
      event.preventDefault()
      if (id !== '') latest.current(id, { x: event.clientX, y: event.clientY })
    }
    element?.addEventListener('dragover', allow)
    element?.addEventListener('dragleave', leave)
    element?.addEventListener('drop', drop)
    return () => {
      element?.removeEventListener('dragover', allow)
      element?.removeEventListener('dragleave', leave)
      element?.removeEventListener('drop', drop)
    }
  }, [kind, element])
  return setElement
}
