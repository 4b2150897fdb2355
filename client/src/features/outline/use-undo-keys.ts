import { useEffect } from 'react'
import type { RefObject } from 'react'
import { nlOutline } from '../../texts/board/nl-outline.ts'
import type { OutlineDesk } from '../../board/words/outline-desk.ts'

interface UndoKeys {
  readonly list: RefObject<HTMLElement | null>
  readonly desk: OutlineDesk
  readonly mayWrite: boolean
  readonly say: (text: string) => void
}

/** Ctrl+Z in the list takes back a step on the board; in a field that is not sent yet, letters. */
export function useUndoKeys({ list, desk, mayWrite, say }: UndoKeys): void {
  useEffect(() => {
    const root = list.current
    if (root === null || !mayWrite) return undefined
    const press = (event: KeyboardEvent): void => {
      const isZ = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)
      if (!isZ || isOwnField(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      const hasChanged = event.shiftKey ? desk.redo() : desk.undo()
      if (hasChanged) say(event.shiftKey ? nlOutline.redone : nlOutline.undone)
    }
    root.addEventListener('keydown', press)
    return () => root.removeEventListener('keydown', press)
  }, [list, desk, mayWrite, say])
}

function isOwnField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || !target.matches('input, textarea')) return false
  return target.dataset['undo'] !== 'board'
}
