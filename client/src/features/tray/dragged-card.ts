import type { CardName } from '@stip/board'

/** A card as it is carried while it is dragged. */
export function draggedCard({ board, record }: CardName): string {
  return `${board}/${record}`
}

/** Which card was dragged. */
export function cardDragged(carried: string): CardName {
  const slash = carried.indexOf('/')
  return { board: carried.slice(0, slash), record: carried.slice(slash + 1) }
}
