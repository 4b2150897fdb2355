// @vitest-environment jsdom
import type { SessionView } from '@stip/api'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { RoomQuestion } from './room-question.tsx'

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
})

it('what somebody typed when the question closed is shown, and stands in the field again when it opens', async () => {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  onTestFinished(async () => {
    await act(async () => root.unmount())
    place.remove()
  })
  const show = (isOpen: boolean): Promise<void> =>
    act(async () => root.render(<RoomQuestion view={aView(isOpen)} />))
  await show(true)
  await act(async () => radio(place, 'Nee').click())
  await act(async () => type(field(place), 'Want wij wonen daar'))
  await show(false)
  expect(place.textContent).toContain('Want wij wonen daar')
  await show(true)
  expect(field(place).value).toBe('Want wij wonen daar')
  // Who changes their mind left nothing behind.
  await act(async () => radio(place, 'Ja').click())
  await show(false)
  expect(place.textContent).not.toContain('Want wij wonen daar')
})

function radio(place: Element, label: string): HTMLInputElement {
  const found = [...place.querySelectorAll('label')].find((each) =>
    each.textContent.startsWith(label),
  )
  const input = found?.querySelector('input')
  if (input === undefined || input === null) throw new Error(`There is no answer ${label}.`)
  return input
}

function field(place: Element): HTMLTextAreaElement {
  const found = place.querySelector('textarea')
  if (found === null) throw new Error('There is no field.')
  return found
}

/** As a browser does: React listens to what the field itself is set to. */
function type(into: HTMLTextAreaElement, words: string): void {
  const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')
  value?.set?.call(into, words)
  into.dispatchEvent(new Event('input', { bubbles: true }))
}

function aView(isOpen: boolean): SessionView {
  const items = [{ id: 'zin', text: 'Wij laten los' }]
  const question = { id: 'vraag', topic: 'consent', kind: 'consent', items, isOpen }
  return {
    id: 'sessie',
    question,
    groups: [],
    me: { role: 'participant' },
  } as unknown as SessionView
}
