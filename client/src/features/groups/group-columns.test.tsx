// @vitest-environment jsdom
import type { PersonView, SessionView } from '@stip/api'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { GroupColumns } from './group-columns.tsx'

beforeEach(() => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true }))
afterEach(() => document.body.replaceChildren())

it('draws only who changed anew when somebody comes in among many', () => {
  const drawn: string[] = []
  const people = Array.from({ length: 200 }, (_, place) => aPerson(`p${place}`, drawn))
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  const show = (view: Partial<SessionView>, shown: readonly PersonView[]) =>
    act(() =>
      root.render(
        <GroupColumns
          view={{ groupsMade: true, backgrounds: [], ...view } as unknown as SessionView}
          people={shown}
          onMove={nothing}
          onRemove={nothing}
          onAppoint={nothing}
          onChangeRole={nothing}
          renderRename={() => null}
        />,
      ),
    )
  show({ groups: groups(200) }, people)
  drawn.splice(0)
  show({ groups: groups(201) }, [...people, aPerson('new', drawn)])
  expect(new Set(drawn)).toEqual(new Set(['new']))
  act(() => root.unmount())
})

function groups(size: number): SessionView['groups'] {
  return [{ id: 'a', letter: 'A', name: 'De Brug', boardId: 'bord', size }]
}

function nothing(): void {}

/** Notes when it is drawn: a chip says whether somebody has a phone. */
function aPerson(id: string, drawn: string[]): PersonView {
  return {
    id,
    number: 1,
    name: id,
    background: 'resident',
    groupId: 'a',
    hasLeft: false,
    isConnected: true,
    get hasPhone() {
      drawn.push(id)
      return true
    },
  }
}
