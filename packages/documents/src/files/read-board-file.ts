import type { BoardImport, FileOutcome, ReaderOptions } from './board-import.ts'
import { refuseFile } from './board-import.ts'
import { readNotesFile } from './csv/read-notes.ts'
import { readExcalidrawFile } from './excalidraw/read-excalidraw.ts'
import { readLines } from './note-block.ts'
import { textOfFile } from './text-of-file.ts'
import { readTldrawFile } from './tldraw/read-tldraw.ts'

/** What a person may choose to put on a board, as endings of names. */
export const boardFileEndings = ['.tldr', '.excalidraw', '.json', '.csv', '.tsv', '.txt'] as const

/** Reads any file that can become a board, by the ending of its name. Never throws. */
export function readBoardFile(
  name: string,
  bytes: Uint8Array,
  options: ReaderOptions,
): FileOutcome<BoardImport> {
  const ending = /\.[a-z]+$/.exec(name.toLowerCase())?.[0]
  try {
    switch (ending) {
      case '.tldr':
        return readTldrawFile(bytes, options)
      case '.excalidraw':
        return readExcalidrawFile(bytes, options)
      case '.json': {
        const drawn = readExcalidrawFile(bytes, options)
        return drawn.ok || drawn.refusal !== 'not-readable' ? drawn : readTldrawFile(bytes, options)
      }
      case '.csv':
      case '.tsv':
        return readNotesFile(bytes, options)
      case '.txt': {
        const text = textOfFile(bytes)
        return text === undefined ? refuseFile('not-readable') : readLines(text, options)
      }
      default:
        return refuseFile('not-readable')
    }
  } catch {
    // What comes in is untrusted: a file that breaks a reader is a broken file.
    return refuseFile('not-readable')
  }
}
