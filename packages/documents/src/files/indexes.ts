import { orderKeysBehind } from '@stip/board'

/** Indexes in rising order directly behind one. */
export function indexesBehind(index: string, count: number): readonly string[] {
  return orderKeysBehind(index, count)
}
