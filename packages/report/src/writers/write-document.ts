import { sealed } from '../canonical/hash.ts'
import type { VisionContent } from '../content/content.ts'
import { participationReport } from '../document/participation-report.ts'
import { visionDocument } from '../document/vision-document.ts'
import { writeCsv } from './csv.ts'
import type { DocumentKind, Format } from './formats.ts'
import { writeHtml } from './html/html.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import type { Means } from './means.ts'
import { writePdf } from './pdf/pdf.ts'
import { writeWord } from './word/word.ts'

/** Writes a document of a saved version. What holds data and no document (CSV, JSON) is the same for each kind. */
export async function writeDocument(
  content: VisionContent,
  { kind, format }: { readonly kind: DocumentKind; readonly format: Format },
  means: Means,
): Promise<Uint8Array> {
  if (format === 'csv') return writeCsv(content)
  if (format === 'json') return writeJson(content)
  const { hash } = sealed(content)
  const document =
    kind === 'vision'
      ? visionDocument(content, hash, means.before)
      : participationReport(content, hash)
  switch (format) {
    case 'pdf':
      return writePdf(document, means)
    case 'docx':
      return writeWord(document, means)
    case 'html':
      return writeHtml(document, means)
    case 'md':
      return writeMarkdown(document)
    default:
      return format satisfies never
  }
}
