import type { Card } from '../../content/pieces.ts'
import type { Item } from '../blocks.ts'
import { groupName } from '../dutch.ts'

/** A card as a point of a list. */
export function itemOf({ text, group }: Card): Item {
  if (group === null) return { from: 'Hele zaal', text }
  return { letter: group.letter, from: groupName(group), text }
}
