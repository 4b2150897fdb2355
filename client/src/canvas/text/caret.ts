import { nlCanvas } from '../../texts/nl-canvas.ts'
import { nameOf, safeColor } from '../presence/person.ts'

/** The caret of somebody else who types in the same text, with the name above it. */
export function caretOf(user: unknown): HTMLElement {
  const color = safeColor(user)
  const caret = document.createElement('span')
  caret.className = 'stip-caret'
  caret.style.borderColor = color
  const name = document.createElement('span')
  name.className = 'stip-caret__name'
  name.style.backgroundColor = color
  name.textContent = nameOf(user) ?? nlCanvas.somebody
  // Word joiners keep the line from breaking at the caret.
  caret.append('\u2060', name, '\u2060')
  return caret
}

/** How the words are marked that somebody else selected. */
export function selectionOf(user: unknown): { readonly style: string } {
  return { style: `background-color: ${safeColor(user)}33` }
}
