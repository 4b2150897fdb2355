import { expect, it } from 'vitest'
import { nlConsole } from './console/nl-console.ts'
import { nlHistory } from './console/nl-history.ts'
import { nlOutline } from './board/nl-outline.ts'

it.each([nlConsole.people.group, nlHistory.origin.group, nlOutline.lane])(
  'a group without a name of its own is called by its letter once',
  (nameOf) => {
    expect(nameOf('A', 'Groep A')).toMatch(/^groep A$/i)
    expect(nameOf('A', 'Oost')).toMatch(/^groep A · Oost$/i)
    expect(nameOf('A', 'Groep B')).toMatch(/^groep A · Groep B$/i)
  },
)
