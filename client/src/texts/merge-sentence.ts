import type { CommandAnswer } from '@stip/api'
import { nlConsole } from './nl-console.ts'

type MergeSummary = NonNullable<CommandAnswer['merge']>

/** What a merge did, in one sentence: '12 toegevoegd, 3 bijgewerkt en 1 ingetrokken.' */
export function mergeSentence(summary: MergeSummary): string {
  const texts = nlConsole.merge
  const parts = [
    summary.added > 0 ? texts.added(summary.added) : '',
    summary.updated > 0 ? texts.updated(summary.updated) : '',
    summary.withdrawn > 0 ? texts.withdrawn(summary.withdrawn) : '',
    summary.kept > 0 ? texts.kept(summary.kept) : '',
  ]
  // Never merged before, and nothing to merge: that is no "since the last time".
  if (Object.values(summary).every((count) => count === 0)) return texts.nothingYet
  return texts.result(parts.filter((part) => part !== ''))
}
