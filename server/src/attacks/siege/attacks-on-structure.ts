import { changeFields, createRecord } from '@stip/documents'
import { aFrame, aNote } from '@stip/documents/examples'
import { below } from '@stip/primitives'
import type { Attack } from './attack.ts'
import { Scene } from './scene.ts'
import { writeInTurn } from './write-in-turn.ts'

/** Attacks by how things on a board hang together. */
export const structureAttacks: readonly Attack[] = [
  {
    name: 'frames in frames',
    law: 'depth',
    run: async (scene, random) => {
      const line = await scene.line()
      const each = Scene.between(random, 10, 40)
      await writeInTurn(scene, line, Scene.between(random, 2, 4), (doc, turn) => {
        for (let frame = 0; frame < each; frame++) {
          const level = turn * each + frame
          const parentId = level === 0 ? 'page:page' : `shape:deep-${level - 1}`
          createRecord(doc, aFrame(`deep-${level}`, { parentId }))
        }
      })
    },
  },
  {
    name: 'frames that are moved into each other',
    law: 'depth',
    run: async (scene, random) => {
      const line = await scene.line()
      const frames = Scene.between(random, 40, 100)
      await writeInTurn(scene, line, 1, (doc) => {
        for (let frame = 0; frame < frames; frame++) createRecord(doc, aFrame(`in-${frame}`))
      })
      await writeInTurn(scene, line, frames - 1, (doc, turn) => {
        changeFields(doc, `shape:in-${turn}`, { pi: [`shape:in-${turn + 1}`, 'a1'] })
      })
    },
  },
  {
    name: 'everything at one place in the order',
    law: 'depth',
    run: async (scene, random) => {
      const line = await scene.line()
      const index = ['a1', 'a0V', 'Zz', 'a1VVVV'][below(random, 4)] ?? 'a1'
      await writeInTurn(scene, line, 3, (doc, turn) => {
        for (let note = 0; note < 700; note++) {
          createRecord(doc, aNote(`same-${turn}-${note}`, { index }))
        }
      })
    },
  },
  {
    name: 'places in the order that are no such places',
    law: 'depth',
    run: async (scene, random) => {
      const odd = [
        'a10',
        'a',
        '',
        'b1',
        'a1!',
        'zzzz',
        'A0',
        `a1${'V'.repeat(50)}0`,
        'a1'.repeat(200),
      ]
      for (let times = 0; times < 6; times++) {
        const index = odd[below(random, odd.length)] ?? ''
        // Each on a connection of its own: after a refusal it is of no more use.
        // oxlint-disable-next-line no-await-in-loop
        const line = await scene.line()
        // oxlint-disable-next-line no-await-in-loop
        await writeInTurn(scene, line, 1, (doc) => {
          createRecord(doc, aNote(`odd-${times}`, { index }))
        })
      }
    },
  },
  {
    name: 'sizes that nothing can draw',
    law: 'depth',
    run: async (scene, random) => {
      const props = ['scale', 'growY', 'fontSizeAdjustment'] as const
      for (let times = 0; times < 6; times++) {
        const value = 10 ** Scene.between(random, 2, 5) * (random() < 0.5 ? 1 : -1)
        const prop = props[below(random, props.length)] ?? 'scale'
        // oxlint-disable-next-line no-await-in-loop
        const line = await scene.line()
        // oxlint-disable-next-line no-await-in-loop
        await writeInTurn(scene, line, 1, (doc) => {
          createRecord(doc, aNote(`huge-${times}`, { props: { [prop]: value } }))
        })
      }
    },
  },
]
