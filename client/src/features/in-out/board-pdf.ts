import type { SessionView } from '@stip/api'
import { chaptersOf } from './document/content/chapters.ts'
import type { BoardForPaper } from './document/content/content.ts'
import { drawnLetters } from './document/paper/drawn-letters.ts'
import { fetchPictures } from './document/fetch-pictures.ts'
import { fetchTypefaces } from './document/paper/typefaces.ts'
import { documentOf } from './document/write-document.ts'
import type { About } from './document/write-document.ts'
import { forPaper, readExported } from './exported-board.ts'
import type { BoardKind } from './exported-board.ts'

/** Boards as a document (PDF) on A4 that one can print, file and have read aloud. */
export async function boardPdf(boards: readonly BoardForPaper[], about: About): Promise<Blob> {
  const chapters = chaptersOf(boards)
  const [faces, pictures] = await Promise.all([fetchTypefaces(), fetchPictures(chapters)])
  // Letters of other scripts are those that the page has loaded.
  await document.fonts.ready
  return documentOf(chapters, about, { faces, other: drawnLetters(), pictures })
}

/** One board as a document, from what the server exports of it (JSON). */
export async function pdfOfBoard(
  json: string,
  about: { readonly title: string; readonly letter: string; readonly kind: BoardKind },
  { title, groups }: Pick<SessionView, 'title' | 'groups'>,
): Promise<Blob> {
  const letters = new Map(groups.map(({ id, letter }) => [id, letter]))
  const board = forPaper(readExported(json, about.letter, letters), about)
  return boardPdf([board], { title, day: today() })
}

/** This moment, as it stands in documents. */
export function today(): string {
  return new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeStyle: 'short' }).format()
}
