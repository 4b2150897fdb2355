import * as Y from 'yjs'
import { oneAtWork } from '../../support/at-work.ts'
import { noteTexts } from '../../support/evening.ts'
import { aTicket, PlainClient, writeNote } from '../../support/plain-client.ts'
import { expect, test } from '../../support/test.ts'

type Wreck = (document: Y.Doc) => void

/** What no honest client writes: kinds, values, places, texts and names that would break a screen. */
const wrecks: Readonly<Record<string, Wreck>> = {
  'a kind that nobody knows': (document) => change(document, { type: 'bom' }),
  'an embed of another site': (document) => change(document, { type: 'embed' }),
  'a place that is a word': (document) => change(document, { xy: ['hier', 'daar'] }),
  'a place far away': (document) => change(document, { xy: [1e9, 0] }),
  'a colour that is none': (document) => change(document, { 'p.color': 'onzichtbaar' }),
  'a scale of nothing': (document) => change(document, { 'p.scale': 0 }),
  'a prop too many': (document) => change(document, { 'p.onclick': 'alert(1)' }),
  'a parent that never was': (document) => change(document, { pi: ['shape:niets', 'a1'] }),
  'an index that is none': (document) => change(document, { pi: ['page:page', '!!'] }),
  'a link that runs': (document) => change(document, { 'p.url': 'javascript:alert(1)' }),
  'an author': (document) => change(document, { 'm.authors': ['Anna'] }),
  'a name that reaches into prototypes': (document) => change(document, { 'm.__proto__': {} }),
  'ink that is none': (document) =>
    change(document, { type: 'draw', 'p.segments': 'dit zijn geen punten' }),
  'a hoofdpunt that is neither': (document) => change(document, { 'm.keyCard': 'ja' }),
  'a record without a kind': (document) => {
    document.getMap('records').set('shape:leeg', new Y.Map([['xy', [1, 2]]]))
  },
  'a root of its own': (document) => document.getMap('mijn-bord').set('a', 1),
  'the whole board gone': (document) => document.getMap('records').delete('shape:goed'),
}

test('records that no honest client writes are refused, and every other screen goes on', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna } = await oneAtWork({ newDevice, stip })
  const mallory = await evening.join('Mallory')
  const boardId = await evening.boardOf(mallory)
  const honest = await client('eerlijk')
  writeNote(honest.document, 'goed', 'Dit blijft staan')
  await expect(anna.board.note('Dit blijft staan')).toBeVisible()
  honest.leave()

  for (const [name, wreck] of Object.entries(wrecks)) {
    // One after the other: each must leave the board as it was for the next.
    // oxlint-disable-next-line no-await-in-loop
    await test.step(name, async () => {
      const raw = await client(name)
      await expect.poll(() => raw.isSynced).toBe(true)
      const sentAway = raw.sentAway()
      raw.document.transact(() => wreck(raw.document))
      expect(await sentAway).toBe(4409)
      raw.leave()
    })
  }

  await anna.board.writeNote('En dit komt erbij')
  await anna.board.isSaved()
  await expect(anna.board.note('Dit blijft staan')).toBeVisible()
  const texts = noteTexts(await evening.contentOf(boardId))
  expect(texts.toSorted()).toEqual(['Dit blijft staan', 'En dit komt erbij'])

  async function client(_purpose: string): Promise<PlainClient> {
    return new PlainClient(stip.url, boardId, await aTicket(mallory.device, boardId, 'participant'))
  }
})

/** A note as an honest client writes it, but for a few fields. */
function change(document: Y.Doc, fields: Readonly<Record<string, unknown>>): void {
  writeNote(document, 'kapot', 'Stuk')
  const map = document.getMap('records').get('shape:kapot')
  if (!(map instanceof Y.Map)) return
  map.set('$', { ...(map.get('$') as object), ...fields })
}
