// @vitest-environment jsdom
import type { SessionView } from '@stip/api'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it, onTestFinished, vi } from 'vitest'
import { nlPhone } from '../../texts/nl-phone.ts'
import { PhoneWrite } from './phone-write.tsx'

vi.mock('./use-outbox.ts', () => {
  const kept = { id: 'shape:one', boardId: 'bord-a', zone: 'shape:zone', words: 'Meer groen' }
  const notes = [{ ...kept, state: 'refused', why: 'Je mag dit bord niet veranderen.' }]
  return { useOutbox: () => ({ outbox: {}, moment: { notes, isOffline: false, isKept: true } }) }
})

it('[A35] a phone that may not write now still tells what was not placed, without a field to put it in', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const zones = [{ id: 'shape:zone', title: 'Wens', question: '', kind: 'notes' }]
  const steps = [
    { id: 'wens', title: 'Wensen', zones, instruction: [], notYet: [], hasBoard: true },
  ]
  const boards = [{ id: 'bord-a', kind: 'group', isInUse: true, access: 'read' }]
  const view = { id: 's', position: 0, steps, boards, groups: [], groupsMade: true }
  const place = document.createElement('div')
  const root = createRoot(place)
  onTestFinished(() => act(() => root.unmount()))
  await act(async () => {
    root.render(<PhoneWrite view={view as unknown as SessionView} Lists={() => null} />)
  })
  expect(place.querySelector('summary')?.textContent).toBe(nlPhone.notPlaced(1))
  expect(place.textContent).toContain('Meer groen')
  expect(place.querySelector('textarea, button')).toBeNull()
})
