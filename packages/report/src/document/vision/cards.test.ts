import { expect, it } from 'vitest'
import { sterrenveld } from '../../test/sterrenveld.ts'
import { clusters } from './cards.ts'

it('[R11] calls what belongs together a groepje, as the screens do; a stapel is cards that say the same', () => {
  const content = sterrenveld()
  const [first] = content.clusters
  if (first === undefined) throw new Error('The evening has clusters.')
  const nameless = { ...content, clusters: [{ ...first, name: '' }] }
  const words = clusters(nameless).flatMap((block) => ('text' in block ? [block.text] : []))
  expect(words).toContain('De groepjes')
  expect(words).toContain('Groepje zonder naam')
  expect(words.join(' ')).not.toMatch(/stapel/i)
})
