import type { CommandAnswer } from '@stip/api'
import { nlConsole } from './nl-console.ts'

type MergeSummary = NonNullable<CommandAnswer['merge']>

/**
 * What a merge did, in one sentence: '12 toegevoegd, 3 bijgewerkt en 1 ingetrokken.'
 *
 * @param isFirst - Nobody merged before; a step may have filled the vision all the same.
 */
export function mergeSentence(summary: MergeSummary, isFirst: boolean): string {
  const texts = nlConsole.merge
  const parts = [
    summary.added > 0 ? texts.added(summary.added) : '',
    summary.updated > 0 ? texts.updated(summary.updated) : '',
    summary.withdrawn > 0 ? texts.withdrawn(summary.withdrawn) : '',
    summary.kept > 0 ? texts.kept(summary.kept) : '',
  ]
  // Never merged before, and nothing to merge: that is no "since the last time".
  if (Object.values(summary).every((count) => count === 0)) return texts.nothingYet
  const told = parts.filter((part) => part !== '')
  return told.length === 0 && isFirst ? texts.besideOnly : texts.result(told)
}
