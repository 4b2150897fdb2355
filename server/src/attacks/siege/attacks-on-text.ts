import { createRecord, textFragment } from '@stip/documents'
import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import * as Y from 'yjs'
import { aNote } from '../../test/a-note.ts'
import type { Attack } from './attack.ts'
import { Scene } from './scene.ts'
import { writeInTurn } from './write-in-turn.ts'

const nodes = ['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'hardBreak']

/** Attacks by the words of a note. */
export const textAttacks: readonly Attack[] = [
  {
    name: 'letters one by one, from many client ids, at one spot',
    law: 'work',
    run: async (scene, random) => {
      const line = await scene.line()
      await writeInTurn(scene, line, 1, (doc) => createRecord(doc, aNote('spot', 'ab')))
      const state = Y.encodeStateAsUpdate(line.doc)
      const updates: Uint8Array[] = []
      for (let writer = 0; writer < Scene.between(random, 100, 900); writer++) {
        const doc = new Y.Doc()
        Y.applyUpdate(doc, state)
        doc.clientID = 1 + below(random, 2 ** 31 - 2)
        const before = Y.encodeStateVector(doc)
        wordsOf(doc, 'shape:spot')?.insert(1, 'x')
        updates.push(Y.encodeStateAsUpdate(doc, before))
        doc.destroy()
      }
      if (random() < 0.5) line.answer(Y.mergeUpdates(updates))
      else for (const update of updates) line.update(update)
      await scene.dealtWith(line, line.written)
    },
  },
  {
    name: 'a long text in thousands of small changes',
    law: 'work',
    run: async (scene, random) => {
      const line = await scene.line()
      await writeInTurn(scene, line, 1, (doc) => createRecord(doc, aNote('long', 'begin')))
      const changes = Scene.between(random, 500, 3_000)
      for (let turn = 0; turn < 3; turn++) {
        for (let change = 0; change < changes; change++) {
          line.write((doc) => {
            const words = wordsOf(doc, 'shape:long')
            words?.insert(below(random, words.length + 1), change % 3 === 0 ? 'ab' : 'c')
            if (change % 4 === 0) words?.delete(0, 1)
          })
        }
        // oxlint-disable-next-line no-await-in-loop
        await scene.dealtWith(line, line.written)
      }
    },
  },
  {
    name: 'marks over marks, which Yjs tidies',
    law: 'work',
    run: async (scene, random) => {
      const [one, other] = await Promise.all([scene.line(), scene.line('plain')])
      await writeInTurn(scene, one, 1, (doc) => createRecord(doc, aNote('marks', 'x'.repeat(400))))
      for (let times = 0; times < 400; times++) {
        for (const line of [one, other]) {
          line.write((doc) => {
            const words = wordsOf(doc, 'shape:marks')
            if (words === undefined || words.length === 0) return
            const from = below(random, words.length)
            const length = 1 + below(random, words.length - from)
            const mark = ['bold', 'italic', 'strike'][below(random, 3)] ?? 'bold'
            words.format(from, length, { [mark]: random() < 0.5 ? {} : null })
          })
        }
      }
      await scene.dealtWith(one, one.written)
    },
  },
  {
    name: 'words and lists where no words or lists can be',
    law: 'text',
    run: async (scene, random) => {
      for (let times = 0; times < 12; times++) {
        // oxlint-disable-next-line no-await-in-loop
        const line = await scene.line()
        // oxlint-disable-next-line no-await-in-loop
        await writeInTurn(scene, line, 1, (doc) => {
          createRecord(doc, aNote(`odd-${times}`, 'woorden'))
          const fragment = textFragment(doc, `shape:odd-${times}`)
          fragment?.insert(0, [anElement(random, Scene.between(random, 0, 6))])
        })
      }
    },
  },
]

function anElement(random: Random, depth: number): Y.XmlElement | Y.XmlText {
  if (random() < 0.2) return new Y.XmlText('zomaar')
  const element = new Y.XmlElement(nodes[below(random, nodes.length)] ?? 'paragraph')
  if (random() < 0.3) element.setAttribute('level', String(below(random, 99)))
  if (depth > 0) {
    const children = Array.from({ length: below(random, 3) }, () => anElement(random, depth - 1))
    element.insert(0, children)
  }
  return element
}

function wordsOf(doc: Y.Doc, id: string): Y.XmlText | undefined {
  const paragraph = textFragment(doc, id)?.get(0)
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  return words instanceof Y.XmlText ? words : undefined
}
