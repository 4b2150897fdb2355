import type { Node, Slice } from '@tiptap/pm/model'
import { Mapping, StepMap, Transform } from '@tiptap/pm/transform'

/** What became of a text: `from` up to `to` was replaced, and ends at `end` now. */
interface Edit {
  readonly from: number
  readonly to: number
  readonly end: number
  readonly slice: Slice
}

/** A text with the edits of two sides in it, and where the caret of the own side is. */
export interface RebasedWords {
  readonly text: Node
  readonly caret: number
}

/** What others did to a text while a word is being composed in it. */
export class WordsOfOthers {
  readonly #base: Node
  readonly #mapping = new Mapping()
  #text: Node

  /** @param base - The text as both sides had it. */
  constructor(base: Node) {
    this.#base = base
    this.#text = base
  }

  /** Takes in the next state of the text without the own words since. */
  became(text: Node): void {
    const edit = editBetween(this.#text, text)
    this.#text = text
    if (edit === undefined) return
    const { from, to, end } = edit
    this.#mapping.appendMap(new StepMap([from, to - from, end - from]))
  }

  /** Where the own edit lies in the own text; undefined while there is none. */
  ownEdit(own: Node): { readonly from: number; readonly end: number } | undefined {
    return editBetween(this.#base, own)
  }

  /** Puts the own edit, in one piece, where it belongs in the text of others. */
  rebase(own: Node, caret: number): RebasedWords {
    const edit = editBetween(this.#base, own)
    if (edit === undefined) return { text: this.#text, caret: this.#mapping.map(caret, -1) }
    const isInsertion = edit.from === edit.to
    const from = this.#mapping.map(edit.from, isInsertion ? -1 : 1)
    const to = Math.max(from, this.#mapping.map(edit.to, -1))
    const merged = new Transform(this.#text).replace(from, to, edit.slice).doc
    return { text: merged, caret: this.#caretIn(merged, edit, from, caret) }
  }

  #caretIn(merged: Node, edit: Edit, from: number, caret: number): number {
    const grownBy = merged.content.size - this.#text.content.size
    const place = (): number => {
      if (caret < edit.from) return this.#mapping.map(caret, -1)
      if (caret <= edit.end) return from + caret - edit.from
      return this.#mapping.map(caret - edit.end + edit.to, -1) + grownBy
    }
    return Math.max(0, Math.min(place(), merged.content.size))
  }
}

/** The smallest piece in which two texts differ. */
function editBetween(one: Node, other: Node): Edit | undefined {
  const from = one.content.findDiffStart(other.content)
  const ends = one.content.findDiffEnd(other.content)
  if (from === null || ends === null) return undefined
  // 'aa' became 'aaa': seen from both sides, the same letters would count twice.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  const [to, end] = [ends.a + overlap, ends.b + overlap]
  return { from, to, end, slice: other.slice(from, end) }
}
