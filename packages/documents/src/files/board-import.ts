import type { BoardRecord } from '@stip/board'
import type { RecordId } from '@stip/primitives'

/** A picture that a file carries; it must be stored on the server before the board can show it. */
export interface ImageInFile {
  /** The asset among the records that will show it. */
  readonly asset: RecordId
  readonly name: string
  /** 'data:image/…;base64,…' as it stood in the file, not checked any further. */
  readonly dataUrl: string
}

/**
 * What a person should know of how a file came in: what was left out, and what looks different now.
 * 'rows-…' and 'columns' are of tables, 'newer-…' of files by a later tldraw.
 */
export type RemarkKind =
  | 'newer-version'
  | 'newer-fields'
  | 'rows-without-words'
  | 'rows-above-headings'
  | 'repeated-headings'
  | 'columns'
  | 'surplus-cells'
  | 'unknown-colors'
  | 'unknown-kinds'
  | 'other-kinds'
  | 'missing-images'
  | 'broken-things'
  | 'labels'
  | 'flattened-curves'
  | 'other-heads'
  | 'links'
  | 'groups'
  | 'long-texts'
  | 'invisible'
  | 'mirrored'

/** One thing to know, about how many things; `names` are at most three of them, where names help. */
export interface Remark {
  readonly kind: RemarkKind
  readonly count: number
  readonly names?: readonly string[]
}

/** Remarks that say what `leftOut` counts. */
export const leavingOut: ReadonlySet<RemarkKind> = new Set<RemarkKind>([
  'rows-without-words',
  'unknown-kinds',
  'missing-images',
  'broken-things',
  'invisible',
])

/** What a file becomes on a board. */
export interface BoardImport {
  /** Assets, shapes with parents before children, bindings: each stands on what came before it. */
  readonly records: readonly BoardRecord[]
  readonly images: readonly ImageInFile[]
  /** A block that stands nowhere yet: it keeps clear of zones too. */
  readonly isBlock?: boolean
  /** How many things in the file cannot be on a board, or are broken. */
  readonly leftOut: number
  /** What there is to say about it, the weightiest first. */
  readonly remarks: readonly Remark[]
}

/**
 * Why nothing of a file can be used. 'not-readable': broken, or another kind of file. 'newer': made
 * by a later version than ours. 'too-large' in bytes, 'too-many' in things. 'empty': nothing in it.
 */
export type FileRefusal = 'not-readable' | 'newer' | 'too-large' | 'too-many' | 'empty'

/** What came of reading a file. `count` is how many things it holds, where that is the problem. */
export type FileOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: FileRefusal; readonly count?: number }

/** What a reader needs from outside. */
export interface ReaderOptions {
  /** Makes the part of a record's name behind the colon; never the same twice. */
  readonly newId: () => string
  /** Zones are the facilitator's; for others they become rectangles. */
  readonly mayMakeZones: boolean
}

/** A refused outcome. */
export function refuseFile(
  refusal: FileRefusal,
  count?: number,
): { readonly ok: false; readonly refusal: FileRefusal; readonly count?: number } {
  return count === undefined ? { ok: false, refusal } : { ok: false, refusal, count }
}
