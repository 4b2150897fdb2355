import type { OpenForm } from '../outline-context.ts'

/** Words that are on no board yet, and the form in which they are typed. */
interface Draft extends OpenForm {
  readonly words: string
}

/** What is being typed, per board: it outlives its field and the list, not the page. */
export const drafts = new Map<string, Draft>()
