/** How much a board may hold. Lengths of text in characters, of updates in bytes. */
export const limits = {
  updateBytes: 1_048_576,
  liveRecords: 5000,
  /** Also counting what is gone, until compaction removes it. */
  allRecords: 20_000,
  textLength: 10_000,
  /**
   * Where a client stops its own typing: two people who each stay below it may pass it together,
   * and what they wrote must still be a valid text.
   */
  typedTextLength: 8000,
  /** Values inside one field or one record: coordinates of a long stroke, mostly. */
  values: 50_000,
  depth: 16,
  /**
   * Most frames and groups in each other when something is put in them. Twice what is shown nested:
   * two people who each stay within that may pass it together.
   */
  nesting: 64,
  /** Files that are put on a board: their bytes with the images in them, and the things they hold. */
  fileBytes: 40 * 1024 * 1024,
  /** A file may hold what still fits beside the zones of a board. */
  fileShapes: 4000,
} as const
