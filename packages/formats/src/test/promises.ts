import type { Step } from '@stip/workshop'

/** Something that words of a draaiboek may promise of Stip. */
export interface Promised {
  /** What it is, for whoever reads a failure. */
  readonly what: string
  /** How it is promised. What people do by hand is no promise: it is worded otherwise. */
  readonly words: RegExp
  /**
   * 'built'; or the line in `notYet` with which every screen of the step says that it is not there;
   * or 'never', as long as no screen can say so: then the words have to go.
   */
  readonly state: 'built' | Step['notYet'][number] | 'never'
}

/**
 * All that draaiboeken promise, and whether Stip keeps it tonight. Whoever builds one of these
 * changes its state here, and gives the formats their words back.
 */
export const promises: readonly Promised[] = [
  { what: 'coming in with a code', words: /scan de (?:qr-)?code/i, state: 'built' },
  { what: 'words sent from a phone', words: /stuur vanaf je telefoon/i, state: 'built' },
  { what: 'making groups', words: /‘Maak groepen’|Verdeel opnieuw/, state: 'built' },
  { what: 'a board shown to everybody', words: /laat aan iedereen zien/i, state: 'built' },
  { what: 'merging', words: /‘(?:Voeg samen|Maak samenvoegen ongedaan)’/, state: 'built' },
  { what: 'the origin of something', words: /waar komt dit vandaan/i, state: 'built' },
  { what: 'taking a note away', words: /haal het briefje weg|haal de naam weg/i, state: 'built' },
  { what: 'saving a board', words: /als PDF|‘Bewaar dit bord’/, state: 'built' },
  { what: 'earlier texts', words: /eerdere tekst blijft terug te vinden/i, state: 'built' },

  {
    what: 'writing that others do not see yet',
    words: /stil schrijven|denk eerst .*alleen|alleen schrijven/i,
    state: 'silent-writing',
  },
  { what: 'votes that nobody sees', words: /\bkies vijf\b|\bgeheim/i, state: 'secret-vote' },
  {
    what: 'a scale or a statement to answer',
    words: /\bpeiling|stelling|cijfer van 1 tot 5|van 1 tot 5\b/i,
    state: 'built',
  },
  {
    what: 'an answer per point',
    words: /zei jouw groep dit ook|kun je hiermee leven/i,
    state: 'built',
  },
  { what: 'a clock for turns', words: /beurtklok/i, state: 'turn-clock' },

  {
    what: 'stickers',
    words: /(?<!papieren )stickers?\b|(?<!sticker )\bplak(?:ken|t)?\b/i,
    state: 'never',
  },
  { what: 'something to do on a phone', words: /op (?:je|de) telefoon(?! van)/i, state: 'never' },
  { what: 'hiding and revealing', words: /\bverberg|verborgen|onthul/i, state: 'never' },
  { what: 'thumbs', words: /duimpje/i, state: 'never' },
  { what: 'a hint per role', words: /\bhint\b/i, state: 'never' },
  {
    what: 'outcomes per role',
    words: /verschillen tussen rollen|beginbeeld per rol/i,
    state: 'never',
  },
  { what: 'a small drawing from a phone', words: /kleine tekening/i, state: 'never' },
  { what: 'a version that is kept', words: /\bversie \d/i, state: 'never' },
  { what: 'the way of one note', words: /waar is mijn briefje/i, state: 'never' },
  { what: 'a link of one’s own', words: /eigen link/i, state: 'never' },
  {
    what: 'an address for mail on a screen',
    words: /e-mail(?!adres op de lijst)/i,
    state: 'never',
  },
  { what: 'a consultation', words: /consultatie/i, state: 'never' },
  { what: 'a board to practise on', words: /oefenbord/i, state: 'never' },
]
