import { sealed } from '../canonical/hash.ts'
import type { VisionContent } from '../content/content.ts'
import { participationReport } from '../document/participation-report.ts'
import { visionDocument } from '../document/vision-document.ts'
import { writeCsv } from './csv.ts'
import { writeHtml } from './html/html.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import type { Means } from './means.ts'
import { writePdf } from './pdf/pdf.ts'
import { writeWord } from './word/word.ts'

/** What a document can be written as. */
export const formats = ['pdf', 'docx', 'html', 'md', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

/** Which document: the vision, or the report of how people took part. */
export const documentKinds = ['vision', 'participation'] as const
export type DocumentKind = (typeof documentKinds)[number]

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
    kind === 'vision' ? visionDocument(content, hash) : participationReport(content, hash)
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
