import type { BoardChanges } from '../merge/merge-plan.ts'
import { collect } from './collect.ts'
import type { CollectInput } from './collect-input.ts'

/**
 * What groups made since the vision last collected: what collecting now would count, board by board.
 * Boards of which there is nothing to tell are left out.
 */
export function changesSince(input: CollectInput): readonly BoardChanges[] {
  return collect(input).boards
}
