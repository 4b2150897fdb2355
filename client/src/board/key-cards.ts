import type * as Y from 'yjs'

/** Points that a group is asked to choose (hoofdpunten). */
export const KEY_CARDS_WANTED = 5

/** How many notes of a board are key cards now. Cheap enough for a board that is being drawn on. */
export function countKeyCards(document: Y.Doc): number {
  let count = 0
  for (const map of document.getMap<Y.Map<unknown>>('records').values()) {
    const created = map.get('$') as { readonly 'm.keyCard'?: unknown } | undefined
    const isKeyCard = map.get('m.keyCard') ?? created?.['m.keyCard']
    if (isKeyCard === true && map.get('gone') !== true) count++
  }
  return count
}
