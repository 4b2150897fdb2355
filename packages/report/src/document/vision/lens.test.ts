import { expect, it } from 'vitest'
import type { Lens } from '../../content/lens.ts'
import { sterrenveld } from '../../test/sterrenveld.ts'
import { lens } from './lens.ts'

it('[R10] tells shares of every role, and ranks none', () => {
  const tables = blocksOf({}).filter((block) => block.kind === 'table')
  const [shares] = tables
  expect(shares?.columns.map(({ title }) => title)).toEqual([
    'Rol',
    'Mensen',
    'Briefjes',
    'Hoofdpunten',
    'Bronnen van zinnen',
  ])
  expect(shares?.rows.map(([role]) => role)).toContain('Andere rollen samen')
  expect(shares?.rows[0]?.[1]).toMatchObject({ text: '37%' })
})

it('[R10] says so when it is not known who wrote what, or nothing may be told by role', () => {
  const given = sterrenveld().lens
  const unknown = given?.influence.roles.map((role) => {
    return { ...role, notes: null, keyCards: null, sources: null }
  })
  const words = blocksOf({
    inclusion: { present: 60, contributed: null, throughScribe: 5 },
    influence: { roles: unknown ?? [] },
    legitimacy: { statements: 3, roles: [] },
  }).flatMap((block) => ('text' in block ? [block.text] : []))
  expect(words.join(' ')).toContain(
    'Er waren 60 mensen. Wie wat schreef is niet bijgehouden: het was anoniem. Vijf van hen deden mee',
  )
  expect(words).toContain(
    'Van wie welk briefje was, is niet bijgehouden. Dit is dus niet te vertellen.',
  )
  expect(words).toContain('Per rol is hier niets te vertellen zonder dat mensen herkenbaar worden.')
})

it('[R10] says what authors of notes said of the sentences, and nothing of fewer than five', () => {
  const given = sterrenveld().lens?.ownership
  if (given === undefined) throw new Error('The evening has a lens.')
  const recognised = (differences: Partial<Lens['ownership']>): string =>
    blocksOf({ ownership: { ...given, ...differences } })
      .flatMap((block) => ('text' in block ? [block.text] : []))
      .find((text) => text.startsWith('Schrijvers')) ?? ''
  expect(recognised({ right: 7, different: 2, takeAway: 1 })).toContain(
    'Van de 10 antwoorden zeiden er zeven “klopt”, twee “ik bedoelde iets anders” en één “haal weg”.',
  )
  expect(recognised({ right: null, different: null, takeAway: null })).toContain(
    'Minder dan vijf deden dat.',
  )
  expect(recognised({ right: 0, different: 0, takeAway: 0 })).toContain('Niemand deed dat.')
})

function blocksOf(differences: Partial<Lens>) {
  const content = sterrenveld()
  if (content.lens === null) throw new Error('The evening has no lens.')
  return lens({ ...content, lens: { ...content.lens, ...differences } })
}
