import type { PictureReference } from '../content/pieces.ts'

/** A cell of a table: words, or a share of a whole that is also drawn as a bar. */
export type Cell = string | { readonly text: string; readonly share: number }

/** One point of a list. */
export interface Item {
  /** The letter of the group that said it; it has that group's colour. */
  readonly letter?: string
  /** Where it comes from, before the words. */
  readonly from?: string
  readonly text: string
  /** What was answered to it. */
  readonly answer?: string
}

/** What a document consists of, whatever it is written as. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isSmall?: boolean }
  /** A sentence of the vision, or another voice about it: equally large. */
  | {
      readonly kind: 'sentence'
      readonly label: string
      readonly text: string
      readonly under: string
      /** It is another voice: set apart by its label and a line, never by its size. */
      readonly isVoice: boolean
    }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      /** `share` is how much of the width a column takes, among the others. */
      readonly columns: readonly {
        readonly title: string
        readonly isNumber?: boolean
        readonly share: number
      }[]
      /** The first cell of a row says what the row is about. */
      readonly rows: readonly (readonly Cell[])[]
    }
  | {
      readonly kind: 'figure'
      readonly picture: PictureReference
      /** What there is to be seen, for who does not see it. */
      readonly alt: string
      readonly caption: string
      /** There is much on it: as wide as the page. */
      readonly isWide: boolean
    }

/** The first page. */
export interface Front {
  readonly above: string
  readonly title: string
  readonly below: string
  readonly facts: readonly { readonly name: string; readonly text: string }[]
  /** What it is not. */
  readonly notice: { readonly title: string; readonly text: readonly string[] }
}

/** A whole document, in words. */
export interface Document {
  readonly front: Front
  readonly blocks: readonly Block[]
  /** At the foot of every page. */
  readonly foot: string
  /** When the version was saved, as ISO 8601: nothing in a document depends on when it is made. */
  readonly savedAt: string
}

/** A heading. */
export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text }
}

/** A paragraph. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}
