import type { VisionContent } from '../content/content.ts'
import { heading, paragraph } from './blocks.ts'
import type { Block } from './blocks.ts'
import { counted, momentOf } from './dutch.ts'

/** What a document says of itself: what it is made of, what is not in it, and its hash. */
export function colophon(content: VisionContent, hash: string): readonly Block[] {
  const { version, participation, savedAt } = content
  const previous: readonly Block[] =
    version.previous === null
      ? []
      : [paragraph(`Kenmerk van de versie ervoor: ${inEights(version.previous)}.`)]
  return [
    heading(1, 'Over dit document'),
    paragraph(
      `Dit document is gemaakt met Stip, van versie ${version.number} van de visie. Die is bewaard op ${momentOf(savedAt)} en verandert niet meer. Wie iets wil veranderen, maakt een nieuwe versie.`,
    ),
    paragraph(
      `Op de borden kwamen ${counted(participation.notes, 'briefje', 'briefjes')}. Daaruit kozen de groepen ${counted(participation.keyCards, 'hoofdpunt', 'hoofdpunten')}.`,
    ),
    paragraph(
      'In dit document staat geen enkele naam. Een rol wordt alleen genoemd als er minstens vijf mensen in zitten. Ook de rollen die niet genoemd worden, zijn samen minstens vijf mensen.',
    ),
    paragraph(`Kenmerk van deze versie (SHA-256): ${inEights(hash)}.`),
    ...previous,
    paragraph(
      'Met het kenmerk is te zien of een document bij deze versie hoort: het is de controlesom van de inhoud in de vorm van RFC 8785 (JSON). De inhoud is als JSON-bestand te downloaden.',
    ),
  ]
}

/** A hash in groups of eight signs, so that it can break and be read aloud. */
function inEights(hash: string): string {
  return hash.match(/.{1,8}/gu)?.join(' ') ?? hash
}
