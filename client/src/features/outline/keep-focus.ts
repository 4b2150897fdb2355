import type { RecordId } from '@stip/primitives'
import { useLayoutEffect, useRef } from 'react'
import type { FocusEvent, RefObject } from 'react'

const reachable = 'button:not(:disabled), textarea, select, input'

interface Held {
  readonly item: string
  /** Which of the controls of the item. */
  readonly control: number
  /** Where to go when the item goes away. */
  readonly neighbour: string | undefined
}

/**
 * Keeps the focus where a person is when others change the list: with the thing it was on when
 * that moves under another heading, and on what is next to it when that goes away.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>): {
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: (event: FocusEvent) => void
} {
  const held = useRef<Held>(undefined)
  useLayoutEffect(() => {
    const root = list.current
    const lost = held.current
    if (root === null || lost === undefined) return
    const { activeElement } = root.ownerDocument
    if (activeElement !== null && activeElement !== root.ownerDocument.body) return
    const item = itemNamed(root, lost.item)
    const place = item ?? itemNamed(root, lost.neighbour)
    const controls = place === undefined ? [] : controlsOf(place)
    const control = controls[item === undefined ? 0 : lost.control] ?? controls[0]
    control?.focus({ preventScroll: true })
  })
  return {
    onFocus: ({ target }) => {
      const item = target.closest<HTMLElement>('[data-item]')
      held.current = item === null ? undefined : heldBy(item, target)
    },
    onBlur: ({ target, relatedTarget }) => {
      // What was taken off the page lost the focus by that; a person who clicks beside it did not.
      if (relatedTarget === null && target.isConnected) held.current = undefined
    },
  }
}

/** To be called before a person takes something away: the focus goes on to what is next to it. */
export function focusAfter(id: RecordId): void {
  const item = itemNamed(document.body, id)
  const next = item && itemNamed(document.body, neighbourOf(item))
  const control = next?.querySelector<HTMLElement>('button:not(:disabled)')
  const heading = item?.closest('section')?.querySelector<HTMLElement>('[tabindex="-1"]')
  if (control) control.focus()
  else heading?.focus()
}

function heldBy(item: HTMLElement, target: Element): Held {
  return {
    item: item.dataset['item'] ?? '',
    control: controlsOf(item).findIndex((control) => control === target),
    neighbour: neighbourOf(item),
  }
}

/** The controls of an item itself, and not of what stands in it. */
function controlsOf(item: HTMLElement): readonly HTMLElement[] {
  return [...item.querySelectorAll<HTMLElement>(reachable)].filter(
    (control) => control.closest('[data-item]') === item,
  )
}

function neighbourOf(item: HTMLElement): string | undefined {
  const beside = item.nextElementSibling ?? item.previousElementSibling
  if (beside instanceof HTMLElement && beside.dataset['item'] !== undefined) {
    return beside.dataset['item']
  }
  return item.parentElement?.closest<HTMLElement>('[data-item]')?.dataset['item']
}

function itemNamed(root: HTMLElement, name: string | undefined): HTMLElement | undefined {
  if (name === undefined) return undefined
  return [...root.querySelectorAll<HTMLElement>('[data-item]')].find(
    ({ dataset }) => dataset['item'] === name,
  )
}
