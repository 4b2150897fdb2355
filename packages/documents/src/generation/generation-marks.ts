// How a document tells of which generation it is can only be seen from inside Yjs.
/* oxlint-disable no-underscore-dangle */
import * as Y from 'yjs'
import { closedClients } from './generation.ts'
import { boardMap } from '../schema/layout.ts'

/** Where it was written of which generation a board is: client id and clock. */
interface Mark {
  readonly client: number
  readonly clock: number
}

/** What tells a document of this generation from one of an earlier generation. */
export interface GenerationMarks {
  /** Everybody who saw anything of the board since it became this generation has this. */
  readonly now: Mark | undefined
  /** Who has one of these saw the board before. */
  readonly earlier: readonly Mark[]
  /** The Yjs client ids that wrote on what was replaced. */
  readonly closed: ReadonlySet<number>
}

export function generationMarksOf(document: Y.Doc): GenerationMarks {
  const marks: Mark[] = []
  let item: Y.Item | null | undefined = boardMap(document)._map.get('generation')
  for (; item; item = item.left) marks.push(item.id)
  const [now, ...earlier] = marks
  return { now, earlier, closed: closedClients(document) }
}

/**
 * Whether somebody saw the board as it was before a backup was put back, and not since. Who saw
 * nothing of it, with or without work of their own, did not. Never throws.
 *
 * @param stateVector - A stranger's bytes.
 */
export function isOfEarlierGeneration(
  { now, earlier }: GenerationMarks,
  stateVector: Uint8Array,
): boolean {
  if (now === undefined || earlier.length === 0) return false
  let known: Map<number, number>
  try {
    known = Y.decodeStateVector(stateVector)
  } catch {
    // No state vector: the room says so.
    return false
  }
  const has = ({ client, clock }: Mark): boolean => (known.get(client) ?? 0) > clock
  return !has(now) && earlier.some(has)
}
