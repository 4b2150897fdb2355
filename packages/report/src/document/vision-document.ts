import type { VisionContent } from '../content/content.ts'
import type { Document } from './blocks.ts'
import { colophon } from './colophon.ts'
import { front } from './front.ts'
import { clusters, notUsed, openQuestions } from './vision/cards.ts'
import { changes } from './vision/changes.ts'
import { lens } from './vision/lens.ts'
import { origins } from './vision/origins.ts'
import { boards, drawings } from './vision/pictures.ts'
import { differences, sentences } from './vision/sentences.ts'

/** The vision document: the vision, and of every sentence where it comes from. */
export function visionDocument(
  content: VisionContent,
  hash: string,
  before?: VisionContent,
): Document {
  const { version, session, savedAt } = content
  return {
    front: front(content, `Visie, versie ${version.number}`),
    foot: `${session.title} · versie ${version.number} · nog geen besluit`,
    savedAt,
    blocks: [
      ...sentences(content),
      ...(before === undefined ? [] : changes(before, content)),
      ...differences(content),
      ...openQuestions(content),
      ...drawings(content),
      ...origins(content),
      ...notUsed(content),
      ...clusters(content),
      ...lens(content),
      ...boards(content),
      ...colophon(content, hash),
    ],
  }
}
