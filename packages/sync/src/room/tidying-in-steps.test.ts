import { below, seededRandom } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aMember } from '../test/a-room.ts'
import { standingOf, stillDoc } from '../test/replayed.ts'
import { deletionsAlone } from './storing/deletions.ts'
import { Draft } from './storing/draft.ts'
import type { Gateway } from './storing/gateway.ts'
import { Owners } from './storing/owners.ts'
import { Stored } from './log/stored.ts'
import type { Taken } from './storing/taken.ts'

const member = aMember()

describe('a large update that is applied in parts', () => {
  it('[R40] [R56] keeps a word bold that was typed within a bold one, which then went', () => {
    const { whole, inParts } = bothWays((text) => {
      text.insert(4, 'weg', { bold: {} })
      text.insert(5, 'wie')
      text.delete(8, 2)
      text.delete(4, 1)
    })
    expect(inParts.delta).toEqual(whole.delta)
    expect(whole.delta).toContainEqual({ insert: 'wie', attributes: { bold: {} } })
  })

  it.each(Array.from({ length: 300 }, (_, seed) => seed))(
    '[R40] [R56] shows the same as at once, and is stored whole: seed %d',
    (seed) => {
      const random = seededRandom(seed)
      const { whole, inParts } = bothWays((text) => {
        for (let edit = 0; edit < 12; edit++) editAtRandom(text, random)
      })
      expect(inParts.delta).toEqual(whole.delta)
      for (const way of [whole, inParts]) expect(way.replayed).toEqual(way.standing)
    },
  )

  it('[R56] tidies only what was there before', () => {
    const { whole, inParts } = bothWays((_text, doc) => {
      const words = new Y.XmlText()
      doc.getXmlFragment('made').insert(0, [words])
      words.insert(0, 'nieuw')
      // Two who do the same leave marks that say nothing.
      const other = aDocument(3)
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      for (const each of [doc, other]) {
        const made = each.getXmlFragment('made').get(0)
        if (made instanceof Y.XmlText) made.format(0, 5, { bold: {} })
      }
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    })
    expect(whole.aftermath).toBe(0)
    expect(inParts.aftermath).toBe(0)
  })
})

interface Way {
  readonly delta: unknown
  readonly standing: unknown
  readonly replayed: unknown
  readonly aftermath: number
}

/** What somebody did without a line, taken at once and in parts of one struct. */
function bothWays(work: (text: Y.XmlText, doc: Y.Doc) => void): { whole: Way; inParts: Way } {
  const base = aDocument(1)
  textOf(base).insert(0, 'een twee drie')
  textOf(base).format(0, 3, { bold: {} })
  const before = Y.encodeStateAsUpdate(base)
  const person = aDocument(2)
  Y.applyUpdate(person, before)
  work(textOf(person), person)
  const update = Y.encodeStateAsUpdate(person, Y.encodeStateVector(base))
  return {
    whole: takenBy(before, update, (draft) => draft.take(update, member, true)),
    inParts: takenBy(before, update, (draft) => {
      const steps = draft.takeInSteps(update, member, true)
      for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
    }),
  }
}

function takenBy(before: Uint8Array, update: Uint8Array, take: (draft: Draft) => Taken): Way {
  const draft = new Draft(new Stored(), { gateway, owners: new Owners(), newClientId: () => 9 })
  // Of a kind from the start, as every text of a board is.
  textOf(draft.doc)
  Y.applyUpdate(draft.doc, before)
  const taken = take(draft)
  if (typeof taken === 'string' || taken.kind !== 'accepted') throw new Error('It was not taken.')
  return {
    delta: textOf(draft.doc).toDelta(),
    standing: standingOf(draft.doc),
    replayed: standingOf(stillDoc([before, update, ...taken.aftermath])),
    aftermath: taken.aftermath.length,
  }
}

const gateway: Gateway = Object.assign(() => ({ kind: 'accepted' as const, clients: [2] }), {
  *inSteps(_doc: Y.Doc, update: Uint8Array) {
    yield
    return { kind: 'accepted' as const, clients: [2], parts: () => oneByOne(update) }
  },
})

/** Each struct as an update of its own, and then what is deleted. */
function* oneByOne(update: Uint8Array): Generator<Uint8Array> {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) {
    const encoder = new Y.UpdateEncoderV1()
    for (const number of [1, 1, struct.id.client, struct.id.clock]) encoder.writeLen(number)
    struct.write(encoder, 0)
    encoder.writeLen(0)
    yield encoder.toUint8Array()
  }
  yield deletionsAlone(ds)
}

function editAtRandom(text: Y.XmlText, random: Random): void {
  const from = below(random, text.length + 1)
  const length = below(random, text.length - from + 1)
  const kind = below(random, 4)
  if (kind === 0) text.insert(from, 'abc'.slice(below(random, 3)))
  else if (length === 0) return
  else if (kind === 1) text.delete(from, length)
  else {
    const mark = ['bold', 'italic'][below(random, 2)] ?? 'bold'
    text.format(from, length, { [mark]: random() < 0.6 ? {} : null })
  }
}

function aDocument(clientId: number): Y.Doc {
  const doc = stillDoc()
  doc.clientID = clientId
  // One text for all: two who make one each have two.
  doc.get('text', Y.XmlText)
  return doc
}

function textOf(doc: Y.Doc): Y.XmlText {
  return doc.get('text', Y.XmlText)
}
