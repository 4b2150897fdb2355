// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { Button } from './button.tsx'

it('a button that is busy does nothing, and keeps the focus of who pressed it', () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  let presses = 0
  const show = (isBusy: boolean) =>
    act(() =>
      root.render(
        <Button isBusy={isBusy} onClick={() => (presses += 1)}>
          Volgende
        </Button>,
      ),
    )
  show(false)
  const button = place.querySelector('button')
  button?.focus()
  act(() => button?.click())
  show(true)
  act(() => button?.click())
  expect(presses).toBe(1)
  expect(document.activeElement).toBe(button)
  expect(button?.getAttribute('aria-disabled')).toBe('true')
  show(false)
  act(() => button?.click())
  expect(presses).toBe(2)
})
