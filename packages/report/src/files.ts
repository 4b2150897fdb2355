/** What makes files brings pdfkit along: only a thread that makes them asks for it. */
export type { Means, Typefaces } from './writers/means.ts'
export { writeDocument } from './writers/write-document.ts'
export { boardPictures, drawingPicture } from './pictures/board-picture.ts'
export type { LinePicture } from './pictures/board-picture.ts'
export { DrawnLetters } from './pictures/drawn-letters.ts'
