import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { nameOf, safeColor } from '../presence/person.ts'

/**
 * The caret of somebody else who types in the same text, with the name above it. Without a letter
 * in it, the name included: for a browser the line would end there, and Home would go nowhere.
 */
export function caretOf(user: unknown): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'stip-caret'
  caret.style.setProperty('--stip-person', safeColor(user))
  caret.dataset['name'] = nameOf(user) ?? nlCanvas.somebody
  return caret
}

/** How the words are marked that somebody else selected. */
export function selectionOf(user: unknown): { readonly style: string } {
  return { style: `background-color: ${safeColor(user)}33` }
}
