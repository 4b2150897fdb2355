import type { BoardImport } from '@stip/documents/files'
import { nlInOut } from '../../texts/files/nl-in-out.ts'

/** More sentences than this nobody reads. */
const MOST_SENTENCES = 4

/**
 * What a person reads of what was left out of a file, or looks different: a sentence for each kind, the
 * weightiest first, and of the rest how many kinds there are.
 *
 * @param leavingOut - The kinds that say what `leftOut` counts.
 */
export function tellImport(
  { leftOut, remarks }: Pick<BoardImport, 'leftOut' | 'remarks'>,
  leavingOut: ReadonlySet<string>,
): readonly string[] {
  const said = remarks
    .filter(({ kind }) => leavingOut.has(kind))
    .reduce((sum, { count }) => sum + count, 0)
  const sentences = [
    ...remarks.map(nlInOut.remark),
    ...(leftOut > said ? [nlInOut.leftOut(leftOut - said)] : []),
  ]
  if (sentences.length <= MOST_SENTENCES) return sentences
  const shown = sentences.slice(0, MOST_SENTENCES - 1)
  return [...shown, nlInOut.moreRemarks(sentences.length - shown.length)]
}
