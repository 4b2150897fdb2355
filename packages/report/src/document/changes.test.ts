import { expect, it } from 'vitest'
import { aStatement, sterrenveldWith } from '../test/sterrenveld.ts'
import type { Block } from './blocks.ts'
import { visionDocument } from './vision-document.ts'

it('[R20] a document tells in words what changed since the version before', () => {
  const card = { cardId: 'een', text: 'Een gezicht', group: { letter: 'B', name: 'De Haven' } }
  const before = sterrenveldWith([
    aStatement({ id: 'a', text: 'Wij staan open.' }),
    aStatement({ id: 'b', text: 'Wij gaan weg.' }),
    aStatement({ id: 'c' }),
  ])
  const after = sterrenveldWith([
    aStatement({ id: 'a', text: 'Wij staan wijd open.', list: 'difference', sources: [card] }),
    aStatement({ id: 'c' }),
    aStatement({ id: 'd', text: 'Wij zijn nieuw.' }),
  ])
  const words = visionDocument(after, 'hash', before).blocks.flatMap((block) => said(block))
  const start = words.indexOf('Wat er veranderd is sinds versie 1')
  expect(words.slice(start, words.indexOf('Hier verschillen we'))).toEqual([
    'Wat er veranderd is sinds versie 1',
    'Eén zin is gebleven zoals die was.',
    'Verschil 1: veranderd',
    'Wij staan [nieuw: wijd] open.',
    'Stond eerst bij “De visie”, en nu bij “Hier verschillen we”.',
    'Een gezicht',
    'Zin 2: nieuw',
    'Wij zijn nieuw.',
    'Zin 2 van de vorige versie: weg',
    'Wij gaan weg.',
  ])
})

it('[R20] a first version tells of no change', () => {
  const { blocks } = visionDocument(sterrenveldWith([]), 'hash')
  expect(blocks.flatMap((block) => said(block)).join(' ')).not.toContain('veranderd is')
})

function said(block: Block): readonly string[] {
  if (block.kind === 'list') return block.items.map(({ text }) => text)
  return 'text' in block ? [block.text] : []
}
