import { type RefObject, useEffect, useRef } from 'react'

/** What is dragged from one list to another, as the browser carries it. */
const dataType = 'text/x-stip-person'

/** Makes a list item draggable by its id. The menu beside it does the same without a mouse. */
export function useDraggable(id: string): RefObject<HTMLLIElement | null> {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const element = item.current
    const begin = (event: DragEvent) => {
      event.dataTransfer?.setData(dataType, id)
      if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move'
    }
    element?.addEventListener('dragstart', begin)
    return () => element?.removeEventListener('dragstart', begin)
  }, [id])
  return item
}

/** Makes a part of the screen take what {@link useDraggable} carries. */
export function useDropPlace(onDrop: (id: string) => void): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null)
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  useEffect(() => {
    const element = place.current
    // A place takes a drop only when it says so while something hangs over it.
    const allow = (event: DragEvent) => {
      if (element === null || event.dataTransfer?.types.includes(dataType) !== true) return
      event.preventDefault()
      element.dataset['dropping'] = ''
    }
    const leave = (event: DragEvent) => {
      const isInside = event.relatedTarget instanceof Node && element?.contains(event.relatedTarget)
      if (isInside !== true) delete element?.dataset['dropping']
    }
    const drop = (event: DragEvent) => {
      delete element?.dataset['dropping']
      const id = event.dataTransfer?.getData(dataType) ?? ''
      event.preventDefault()
      if (id !== '') latest.current(id)
    }
    element?.addEventListener('dragover', allow)
    element?.addEventListener('dragleave', leave)
    element?.addEventListener('drop', drop)
    return () => {
      element?.removeEventListener('dragover', allow)
      element?.removeEventListener('dragleave', leave)
      element?.removeEventListener('drop', drop)
    }
  }, [])
  return place
}
