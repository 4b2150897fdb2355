import { PDFDocument } from 'pdfkit'
import type { Document } from '../../document/blocks.ts'
import type { Means } from '../means.ts'
import { setBlock } from './blocks.ts'
import { setContents } from './contents.ts'
import { Flow, writePages } from './flow.ts'
import { setFront } from './front.ts'
import { Letters } from './letters.ts'

/**
 * The document as a tagged PDF in Dutch, for who sees it and for who has it read aloud: headings, lists and
 * tables as such, pictures with their description, and the rest marked as there to be seen only.
 */
export async function writePdf(document: Document, means: Means): Promise<Uint8Array> {
  const { front, foot, savedAt } = document
  const pdf = new PDFDocument({
    autoFirstPage: false,
    font: null,
    lang: 'nl-NL',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    info: {
      Title: `${front.title}: ${front.below}`,
      Subject: front.notice.title,
      Creator: 'Stip',
      // Not the moment of writing: the same version is the same file.
      CreationDate: new Date(savedAt),
    },
  })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk) => void chunks.push(chunk))
  const ended = new Promise<void>((resolve) => {
    pdf.on('end', resolve)
  })
  writePages(pdf, laidOut(document, new Letters(pdf, means.typefaces), means), foot)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

/** All pages: the first, the contents, and the rest, which says on which page each chapter is. */
function laidOut({ front, blocks }: Document, letters: Letters, means: Means): Flow {
  const body = new Flow(letters)
  for (const [place, block] of blocks.entries()) {
    setBlock(body, block, blocks.slice(place + 1, place + 4), means)
  }
  const chapters = body.bookmarks.filter(({ level }) => level === 1)
  const whole = new Flow(letters)
  setFront(whole, front)
  whole.newPage()
  // The contents take one page for thirty chapters, of which there are never so many.
  const pagesBefore = whole.pages.length
  setContents(whole, chapters, pagesBefore)
  whole.pages.push(...body.pages)
  for (const bookmark of body.bookmarks) {
    whole.bookmarks.push({ ...bookmark, page: bookmark.page + pagesBefore })
  }
  return whole
}
