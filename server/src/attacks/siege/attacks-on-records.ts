import { changeFields, createRecord } from '@stip/documents'
import { aNote as anExample } from '@stip/documents/examples'
import { below } from '@stip/primitives'
import * as Y from 'yjs'
import { aNote } from '../../test/a-note.ts'
import type { Attack } from './attack.ts'
import { aStroke } from './a-stroke.ts'
import { Scene } from './scene.ts'
import { writeInTurn } from './write-in-turn.ts'

/** Attacks by how much there is on a board, or in one update of it. */
export const recordAttacks: readonly Attack[] = [
  {
    name: 'strokes with very many points',
    law: 'work',
    run: async (scene, random) => {
      const line = await scene.line()
      const strokes = Scene.between(random, 5, 20)
      const points = Scene.between(random, 1_000, 13_000)
      await writeInTurn(scene, line, Scene.between(random, 1, 8), (doc, turn) => {
        for (let stroke = 0; stroke < strokes; stroke++) {
          createRecord(doc, aStroke(`ink-${turn}-${stroke}`, points))
        }
      })
    },
  },
  {
    name: 'one stroke that grows for ever',
    law: 'work',
    run: async (scene, random) => {
      const line = await scene.line()
      const points = Scene.between(random, 2_000, 6_000)
      line.write((doc) => createRecord(doc, aStroke('ink', 10)))
      await writeInTurn(scene, line, 300, (doc, turn) => {
        const { props } = aStroke('ink', points + turn)
        changeFields(doc, 'shape:ink', { 'p.segments': props['segments'] ?? [] })
      })
    },
  },
  {
    name: 'many records in one update',
    law: 'totals',
    run: async (scene, random) => {
      const line = await scene.line()
      await writeInTurn(scene, line, Scene.between(random, 2, 7), (doc, turn) => {
        const notes = Scene.between(random, 500, 1_500)
        for (let note = 0; note < notes; note++) createRecord(doc, aNote(`n-${turn}-${note}`, 'x'))
      })
    },
  },
  {
    name: 'records made, deleted and all brought back at once',
    law: 'totals',
    run: async (scene, random) => {
      const line = await scene.line()
      const each = Scene.between(random, 400, 900)
      const turns = Scene.between(random, 4, 12)
      await writeInTurn(scene, line, turns, (doc, turn) => {
        for (let note = 0; note < each; note++) createRecord(doc, aNote(`back-${turn}-${note}`, ''))
        for (let note = 0; note < each; note++) changeFields(doc, idOf(turn, note), { gone: true })
      })
      await writeInTurn(scene, line, 1, (doc) => {
        for (let turn = 0; turn < turns; turn++) {
          for (let note = 0; note < each; note++) {
            if (doc.getMap('records').has(idOf(turn, note))) {
              changeFields(doc, idOf(turn, note), { gone: false })
            }
          }
        }
      })
    },
  },
  {
    name: 'metadata without end on a few records',
    law: 'totals',
    run: async (scene, random) => {
      const line = await scene.line()
      const keys = Scene.between(random, 50, 400)
      const letters = Scene.between(random, 100, 2_000)
      line.write((doc) => createRecord(doc, aNote('meta', 'x')))
      await writeInTurn(scene, line, 20, (doc, turn) => {
        for (let key = 0; key < keys; key++) {
          changeFields(doc, 'shape:meta', { [`m.k${turn}-${key}`]: 'x'.repeat(letters) })
        }
      })
    },
  },
  {
    name: 'a client id for every change',
    law: 'totals',
    run: async (scene, random) => {
      const line = await scene.line()
      const [turns, each] = [Scene.between(random, 5, 30), Scene.between(random, 50, 900)]
      for (let turn = 0; turn < turns && line.refused === undefined && line.isOpen; turn++) {
        const updates: Uint8Array[] = []
        for (let one = 0; one < each; one++) {
          const doc = new Y.Doc()
          doc.clientID = 1 + below(random, 2 ** 31 - 2)
          createRecord(doc, anExample(`client-${turn}-${one}`))
          updates.push(Y.encodeStateAsUpdate(doc))
          doc.destroy()
        }
        line.answer(Y.mergeUpdates(updates))
        // oxlint-disable-next-line no-await-in-loop
        await scene.dealtWith(line, line.written)
      }
    },
  },
  {
    name: 'the same few fields changed again and again',
    law: 'work',
    run: async (scene, random) => {
      const line = await scene.line()
      const changes = Scene.between(random, 500, 4_000)
      line.write((doc) => createRecord(doc, aNote('field', 'x')))
      for (let turn = 0; turn < 4; turn++) {
        for (let change = 0; change < changes; change++) {
          line.write((doc) => changeFields(doc, 'shape:field', { 'p.growY': change + turn }))
        }
        // oxlint-disable-next-line no-await-in-loop
        await scene.dealtWith(line, line.written)
      }
    },
  },
  {
    name: 'one person on many connections',
    law: 'rates',
    run: async (scene, random) => {
      const lines = await Promise.all(
        Array.from({ length: Scene.between(random, 6, 20) }, () => scene.line()),
      )
      await Promise.all(
        lines.map((line, person) =>
          writeInTurn(scene, line, 20, (doc, turn) => {
            for (let note = 0; note < 60; note++) {
              createRecord(doc, aNote(`many-${person}-${turn}-${note}`, 'x'.repeat(200)))
            }
          }),
        ),
      )
    },
  },
]

function idOf(turn: number, note: number): string {
  return `shape:back-${turn}-${note}`
}
