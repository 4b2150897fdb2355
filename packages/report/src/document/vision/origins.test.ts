import { expect, it } from 'vitest'
import { sterrenveld } from '../../test/sterrenveld.ts'
import { origins } from './origins.ts'
import { sentences } from './sentences.ts'

it.each([
  [true, 'Zonder bron: deze zin komt uit geen enkel briefje.', 'Zonder bron'],
  [false, 'Een groep schreef deze zin zelf, op het eigen bord.', 'Geschreven door een groep'],
])(
  '[R11] says "zonder bron" of no sentence that a group wrote (%s)',
  (isWithoutSource, below, under) => {
    const content = sterrenveld()
    const [first] = content.statements
    if (first === undefined) throw new Error('The evening has sentences.')
    const statements = [{ ...first, sources: [], isWithoutSource }]
    const words = origins({ ...content, statements }).map((block) => 'text' in block && block.text)
    expect(words).toContain(below)
    const said = sentences({ ...content, statements }).map(
      (block) => 'under' in block && block.under,
    )
    expect(said).toContain(under)
  },
)
