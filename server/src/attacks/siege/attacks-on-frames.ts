import { changeFields, createRecord } from '@stip/documents'
import { encodeAsk, encodeAwareness } from '@stip/sync/protocol'
import * as Y from 'yjs'
import { aNote } from '../../test/a-note.ts'
import type { Attack } from './attack.ts'
import { Scene, within } from './scene.ts'
import { writeInTurn } from './write-in-turn.ts'

/** Attacks by what is said in the protocol. */
export const frameAttacks: readonly Attack[] = [
  {
    name: 'updates in the other encoding of Yjs, or with bytes behind them',
    law: 'encoding',
    run: async (scene, random) => {
      for (let times = 0; times < 8; times++) {
        // oxlint-disable-next-line no-await-in-loop
        const line = await scene.line()
        const doc = new Y.Doc()
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(line.doc))
        const before = Y.encodeStateVector(doc)
        createRecord(doc, aNote(`v2-${times}`, 'weg?'))
        const update =
          random() < 0.5
            ? Y.encodeStateAsUpdateV2(doc, before)
            : withBytesBehind(Y.encodeStateAsUpdate(doc, before), Scene.between(random, 1, 40))
        if (random() < 0.5) line.answer(update)
        else line.update(update)
        // oxlint-disable-next-line no-await-in-loop
        await scene.dealtWith(line, line.written)
        if (line.saved >= line.written && line.isOpen) {
          throw new Error('Told as saved: what nobody can read.')
        }
      }
    },
  },
  {
    name: 'questions and cursors without end',
    law: 'rates',
    run: async (scene, random) => {
      const line = await scene.line()
      for (let times = 0; times < Scene.between(random, 500, 3_000); times++) {
        line.say(encodeAsk(random() < 0.5 ? Uint8Array.of(0) : Y.encodeStateVector(line.doc)))
        line.say(
          encodeAwareness([{ clientId: 1 + times, clock: 1, state: { user: { name: 'Spook' } } }]),
        )
      }
      await within(line.closed, 3_000).catch(() => undefined)
    },
  },
  {
    name: 'answers of many megabytes',
    law: 'work',
    run: async (scene, random) => {
      for (let times = 0; times < 4; times++) {
        // oxlint-disable-next-line no-await-in-loop
        const line = await scene.line()
        const doc = new Y.Doc()
        const notes = Scene.between(random, 1_000, 4_000)
        doc.transact(() => {
          for (let note = 0; note < notes; note++) {
            createRecord(doc, aNote(`big-${times}-${note}`, 'x'.repeat(1 + (note % 900))))
          }
        })
        line.answer(Y.encodeStateAsUpdate(doc))
        doc.destroy()
        // oxlint-disable-next-line no-await-in-loop
        await scene.dealtWith(line, line.written)
      }
    },
  },
  {
    name: 'deletions in thousands of ranges',
    law: 'work',
    run: async (scene, random) => {
      const line = await scene.line()
      await writeInTurn(scene, line, 1, (doc) => {
        for (let note = 0; note < 300; note++) createRecord(doc, aNote(`gaps-${note}`, 'abcdef'))
      })
      await writeInTurn(scene, line, Scene.between(random, 5, 20), (doc) => {
        for (let note = 0; note < 300; note++) {
          changeFields(doc, `shape:gaps-${note}`, { xy: [note, random() * 1000] })
        }
      })
    },
  },
]

function withBytesBehind(update: Uint8Array, count: number): Uint8Array {
  const longer = new Uint8Array(update.length + count)
  longer.set(update)
  longer.fill(7, update.length)
  return longer
}
