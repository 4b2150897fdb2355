import type { OutlineSection } from '@stip/board'
import { nlOutline } from '../../../texts/board/nl-outline.ts'

/** What a part of the board is called. */
export function sectionName({ kind, title, letter }: OutlineSection): string {
  if (kind === 'rest') return nlOutline.rest
  if (kind === 'lane' && letter !== '') return nlOutline.lane(letter, title)
  return title === '' ? nlOutline.untitled : title
}
