export { leavingOut, refuseFile } from './board-import.ts'
export type {
  BoardImport,
  FileOutcome,
  FileRefusal,
  ImageInFile,
  ReaderOptions,
  Remark,
  RemarkKind,
} from './board-import.ts'
export { notesAsCsv } from './csv/write-notes.ts'
export { boardsAsCsv } from './csv/write-all-boards.ts'
export type { NamedBoard } from './csv/write-all-boards.ts'
export { linesOf, readLines } from './note-block.ts'
export { placeOnBoard } from './place-on-board.ts'
export type { Placed } from './place-on-board.ts'
export { boardFileEndings, readBoardFile } from './read-board-file.ts'
