import { plainTextOf } from '@stip/board'
import { editBetween, moved, rebased, richTextOf, writePlainEdit } from '@stip/documents/light'
import type * as Y from 'yjs'
import { textOrigin } from '../undo/typed-text.ts'

interface TextareaBindingOptions {
  readonly field: HTMLTextAreaElement
  readonly fragment: Y.XmlFragment
  /** Writes what follows from other words, in the same step. */
  readonly onWrite: (words: string) => void
}

/** Keyboards of phones may compose for as long as one types; nobody waits for longer than this. In ms. */
const LONGEST_MS = 4000

/**
 * Keeps a plain field and a rich text equal: what is typed is written letter by letter, and what
 * others type appears without moving the caret. While a word is being composed (an accent, a
 * keyboard of a phone) the field is left alone, until a space or for a few seconds.
 */
export class TextareaBinding {
  readonly #field: HTMLTextAreaElement
  readonly #fragment: Y.XmlFragment
  readonly #onWrite: (words: string) => void
  /** The words that the field and the text had in common last. */
  #agreed: string
  #isComposing = false
  #limit: ReturnType<typeof setTimeout> | undefined
  #isWriting = false

  constructor({ field, fragment, onWrite }: TextareaBindingOptions) {
    this.#field = field
    this.#fragment = fragment
    this.#onWrite = onWrite
    this.#agreed = this.#words()
    field.value = this.#agreed
    field.addEventListener('input', this.#typed)
    field.addEventListener('compositionstart', this.#composes)
    field.addEventListener('compositionend', this.#composed)
    fragment.observeDeep(this.#changed)
  }

  /**
   * Writes a word that is still being composed as it stands: keyboards of phones compose every
   * word, and a page that goes does not end it.
   */
  flush(): void {
    if (this.#isComposing) this.#write()
  }

  destroy(): void {
    if (this.#isComposing) this.#composed()
    clearTimeout(this.#limit)
    this.#field.removeEventListener('input', this.#typed)
    this.#field.removeEventListener('compositionstart', this.#composes)
    this.#field.removeEventListener('compositionend', this.#composed)
    this.#fragment.unobserveDeep(this.#changed)
  }

  readonly #typed = (): void => {
    if (!this.#isComposing || this.#endsWord()) this.#write()
    else this.#waitNoLonger()
  }

  readonly #composes = (): void => {
    this.#isComposing = true
  }

  readonly #composed = (): void => {
    this.#isComposing = false
    this.#write()
  }

  readonly #changed = (): void => {
    if (this.#isWriting) return
    if (this.#isComposing) this.#waitNoLonger()
    else this.#show()
  }

  #endsWord(): boolean {
    const { value, selectionEnd } = this.#field
    return /\s/u.test(value.slice(Math.max(0, selectionEnd - 1), selectionEnd))
  }

  #waitNoLonger(): void {
    this.#limit ??= setTimeout(() => this.#write(), LONGEST_MS)
  }

  #write(): void {
    clearTimeout(this.#limit)
    this.#limit = undefined
    const { value, selectionEnd } = this.#field
    const typed = editBetween(this.#agreed, value, selectionEnd)
    const others = editBetween(this.#agreed, this.#words())
    this.#isWriting = true
    this.#fragment.doc?.transact(() => {
      writePlainEdit(this.#fragment, rebased(typed, others))
      this.#onWrite(this.#words())
    }, textOrigin)
    this.#isWriting = false
    // What is in the field has been written; what others wrote meanwhile is still to be shown.
    this.#agreed = value
    if (this.#words() !== value) this.#show()
  }

  #show(): void {
    const now = this.#words()
    const { selectionStart, selectionEnd, value } = this.#field
    if (now !== value) {
      const change = editBetween(value, now)
      this.#field.value = now
      this.#field.setSelectionRange(moved(selectionStart, change), moved(selectionEnd, change))
    }
    this.#agreed = now
  }

  #words(): string {
    return plainTextOf(richTextOf(this.#fragment))
  }
}
