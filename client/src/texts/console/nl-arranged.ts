import type { Arranged } from '@stip/workshop'

/** What was decided about cards on the vision, in a sentence. */
export const arranged: Readonly<Record<string, (count: number) => string>> = {
  'cards-stacked': (count) => `${cards(count)} liggen nu op één stapel.`,
  'stack-split': () => 'Een stapel is uit elkaar gehaald.',
  'pair-rejected': () => 'Twee kaarten zijn niet hetzelfde, zegt de begeleider.',
  'cards-clustered': (count) =>
    count === 1 ? 'Eén kaart ging naar een groepje.' : `${cards(count)} gingen naar een groepje.`,
  'cards-unclustered': () => 'Kaarten staan weer los.',
  'cluster-named': () => 'Een groepje kreeg een naam.',
  'sources-linked': (count) =>
    count === 1 ? 'Eén kaart kwam achter een zin.' : `${cards(count)} kwamen achter een zin.`,
  'sources-unlinked': () => 'Een kaart staat niet meer achter een zin.',
  'unused-explained': (count) =>
    `Bij ${count === 1 ? 'een kaart' : `${count} kaarten`} staat waarom ze niet in de visie kwam${count === 1 ? '' : 'en'}.`,
} satisfies Record<Arranged, (count: number) => string>

function cards(count: number): string {
  return count === 1 ? 'Eén kaart' : `${count} kaarten`
}
