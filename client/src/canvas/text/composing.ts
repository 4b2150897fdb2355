import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { updateYFragment, yCursorPluginKey, ySyncPluginKey } from 'y-prosemirror'
import type { ProsemirrorBinding } from 'y-prosemirror'
import * as Y from 'yjs'
import { WordsOfOthers } from './rebased-words.ts'

/** The text editor takes the last letters out of the page a moment after a word was composed; in ms. */
const SETTLES_MS = 50
/** Keyboards of phones may compose for as long as one types; others wait no longer than this. In ms. */
const LONGEST_MS = 4000

/**
 * While a word is being composed (an accent, a keyboard of a phone, Japanese), what others type in
 * the same text waits until the word is done: it would redraw the text under the keyboard, which
 * then begins the word again in the middle of theirs. The word is written in one piece after that.
 * Until others type it travels letter by letter, as ever. To stand behind the plugin of y-prosemirror.
 */
export function wordsInOnePiece(fragment: Y.XmlFragment): Plugin {
  const words = new ComposedWords(fragment)
  return new Plugin({
    filterTransaction: (transaction) => words.allows(transaction),
    props: {
      handleDOMEvents: {
        compositionstart: () => words.begin(),
        compositionend: () => words.end(),
        blur: () => words.end(),
      },
    },
    view: (view) => {
      words.open(view)
      return {
        update: () => words.changed(),
        destroy: () => words.close(),
      }
    },
  })
}

class ComposedWords {
  readonly #fragment: Y.XmlFragment
  readonly #document: Y.Doc
  #view: EditorView | undefined
  #binding: ProsemirrorBinding | undefined
  #isComposing = false
  /** What others did, which the screen does not show yet. */
  #theirs: WordsOfOthers | undefined
  #settling: ReturnType<typeof setTimeout> | undefined
  #limit: ReturnType<typeof setTimeout> | undefined

  constructor(fragment: Y.XmlFragment) {
    const document = fragment.doc
    if (document === null) throw new Error('These words are on no board.')
    this.#fragment = fragment
    this.#document = document
  }

  open(view: EditorView): void {
    const binding = (ySyncPluginKey.getState(view.state) as SyncState | undefined)?.binding
    if (binding === undefined) throw new Error('There is nothing that keeps these words equal.')
    this.#view = view
    this.#binding = binding
    // Where the caret is, is asked by us, so that it leans on the letter before it.
    this.#document.off('beforeAllTransactions', binding.beforeAllTransactions)
    this.#document.on('beforeAllTransactions', this.#rememberCaret)
    // The only name it has; the version of y-prosemirror is pinned.
    // oxlint-disable-next-line no-underscore-dangle
    const write = binding._prosemirrorChanged.bind(binding)
    // What the screen shows lacks what others did: written as it is, that would be deleted.
    // oxlint-disable-next-line no-underscore-dangle
    binding._prosemirrorChanged = (text) => {
      if (this.#theirs === undefined) write(text)
    }
  }

  close(): void {
    this.#release()
    clearTimeout(this.#settling)
    this.#document.off('beforeAllTransactions', this.#rememberCaret)
    globalThis.removeEventListener?.('pagehide', this.#leave)
    this.#view = undefined
  }

  begin(): void {
    clearTimeout(this.#settling)
    this.#isComposing = true
  }

  end(): void {
    if (!this.#isComposing) return
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => {
      this.#isComposing = false
      this.#release()
    }, SETTLES_MS)
  }

  /** @returns False for what others did, as long as it waits. */
  allows(transaction: Transaction): boolean {
    const view = this.#view
    if (view === undefined || !this.#isComposing) return true
    // Their carets, drawn in the word, would break it too; they are drawn anew after it.
    if (transaction.getMeta(yCursorPluginKey) !== undefined) return false
    const sync = transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined
    if (sync?.isChangeOrigin !== true) return true
    this.#hold(view).became(transaction.doc)
    return false
  }

  /** The screen changed: a space ends a word, and so does a caret that goes elsewhere. */
  changed(): void {
    const view = this.#view
    if (this.#theirs === undefined || view === undefined) return
    const { doc, selection } = view.state
    const own = this.#theirs.ownEdit(doc)
    const { head } = selection
    const before = doc.textBetween(Math.max(0, head - 1), head, '\n')
    const isElsewhere = own !== undefined && (head < own.from || head > own.end)
    const isDone = own !== undefined && head === own.end && /\s/u.test(before)
    if (isElsewhere || isDone) this.#releaseSoon()
  }

  #hold(view: EditorView): WordsOfOthers {
    if (this.#theirs !== undefined) return this.#theirs
    this.#theirs = new WordsOfOthers(view.state.doc)
    this.#limit = setTimeout(() => this.#release(), LONGEST_MS)
    globalThis.addEventListener?.('pagehide', this.#leave)
    return this.#theirs
  }

  /** A page that goes does not end the word. */
  readonly #leave = (): void => this.#release()

  #releaseSoon(): void {
    clearTimeout(this.#limit)
    this.#limit = setTimeout(() => this.#release(), 0)
  }

  /** Writes the own word in one piece, and shows what others did. */
  #release(): void {
    const [view, binding, theirs] = [this.#view, this.#binding, this.#theirs]
    if (view === undefined || binding === undefined || theirs === undefined) return
    clearTimeout(this.#limit)
    globalThis.removeEventListener?.('pagehide', this.#leave)
    this.#theirs = undefined
    const { text, caret } = theirs.rebase(view.state.doc, view.state.selection.head)
    binding.mux(() => {
      this.#document.transact(() => {
        const meta = { mapping: new Map(), isOMark: new Map() }
        updateYFragment(this.#document, this.#fragment, text, meta)
      }, ySyncPluginKey)
    })
    // The editor is being closed: there is nothing to show any more.
    if (binding.prosemirrorView === null) return
    const isComposing = this.#isComposing
    this.#isComposing = false
    // oxlint-disable-next-line no-underscore-dangle
    binding._forceRerender()
    const { tr, doc } = view.state
    view.dispatch(
      tr.setSelection(TextSelection.near(doc.resolve(Math.min(caret, doc.content.size)))),
    )
    this.#isComposing = isComposing && view.composing
  }

  /**
   * A caret at the end of a text would move behind what others type there, into the middle of their
   * word; it stays behind the letter that this person typed last.
   */
  readonly #rememberCaret = (): void => {
    const binding = this.#binding
    if (binding === undefined || this.#theirs !== undefined) return
    const isKnown = binding.beforeTransactionSelection !== null
    binding.beforeAllTransactions()
    const caret = binding.beforeTransactionSelection as Selection | null
    if (isKnown || caret === null || this.#view?.state.selection.empty !== true) return
    const leaning = this.#leaning(caret.head)
    binding.beforeTransactionSelection = { ...caret, anchor: leaning, head: leaning }
  }

  #leaning(place: Y.RelativePosition): Y.RelativePosition {
    const at = Y.createAbsolutePositionFromRelativePosition(place, this.#document)
    if (!(at?.type instanceof Y.XmlText)) return place
    return Y.createRelativePositionFromTypeIndex(at.type, at.index, -1)
  }
}

interface SyncState {
  readonly binding: ProsemirrorBinding
}

interface Selection {
  readonly type: string
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}
