/** Under this in `meta` a note says that a scribe wrote it, for somebody who has no phone. */
export const OF_SCRIBE = 'ofScribe'
