import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import * as Y from 'yjs'
import { changeFields, createRecord } from '../record/write-record.ts'
import { forged } from './craft.ts'
import { aServer, text, words } from './forgeries.ts'
import { aDocument, aFrame, aNote, exchange, richText } from './records.ts'

/** Letters of as many clients, none of whom knew of the others, behind one letter. */
export function atOnePlace(server: Y.Doc, count: number): Uint8Array {
  return Y.mergeUpdates(
    Array.from({ length: count }, (_, client) =>
      forged(server, 100 + client, (doc) => words(doc).insert(3, 'x')),
    ),
  )
}

/** A word of which each letter is of the next client, who saw all before it. */
export function relay(clients: number, letters: number, from = aServer()): Uint8Array {
  const known = Y.encodeStateVector(from)
  const documents = Array.from({ length: clients }, (_, client) => aDocument(200 + client))
  let last = from
  for (let letter = 0; letter < letters; letter++) {
    const document = documents[letter % clients] ?? last
    Y.applyUpdate(document, Y.encodeStateAsUpdate(last, Y.encodeStateVector(document)))
    words(document).insert(words(document).length, 'x')
    last = document
  }
  return Y.encodeStateAsUpdate(last, known)
}

/** A board on which some people did as they liked, and know of each other. */
export function aHistory(random: Random, people: number, changes: number): Y.Doc {
  const all = [aServer(), ...Array.from({ length: people }, (_, person) => aDocument(20 + person))]
  exchange(...all)
  for (let change = 0; change < changes; change++) {
    anyChange(all[1 + below(random, people)] ?? aDocument(1), random)
    if (change % 7 === 0) exchange(...all)
  }
  exchange(...all)
  return all[0] ?? aDocument(1)
}

export function anyChange(document: Y.Doc, random: Random): void {
  const word = words(document)
  switch (below(random, 7)) {
    case 0:
      createRecord(
        document,
        aNote(`n${names++}`, { props: { richText: richText('één, twéé 🌳') } }),
      )
      break
    case 1:
      createRecord(document, aFrame(`f${names++}`))
      break
    case 2:
      text(document).insert(text(document).length, [new Y.XmlElement('paragraph')])
      break
    case 3:
      if (word.length > 2) word.delete(below(random, word.length - 1), 1)
      break
    case 4:
      if (word.length > 2) word.format(below(random, word.length - 1), 1, { bold: {} })
      break
    case 5:
      word.insert(below(random, word.length + 1), 'ab')
      break
    default:
      changeFields(document, 'shape:a', { xy: [below(random, 90), below(random, 90)] })
  }
}

let names = 0
