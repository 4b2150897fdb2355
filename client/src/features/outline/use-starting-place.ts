import type { Area } from '@stip/api'
import type { OutlineSection } from '@stip/board'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { nlOutline } from '../../texts/nl-outline.ts'
import type { OpenForm } from './outline-context.ts'
import type { OutlineWish } from './outline-wish.ts'

/** Brings the step of now into sight, or what one came for. */
export function useStartingPlace(
  list: RefObject<HTMLElement | null>,
  sections: readonly OutlineSection[],
  area: Area | undefined,
  wish: OutlineWish | undefined,
  setOpen: (form: OpenForm) => void,
): void {
  const latest = useRef(sections)
  useEffect(() => {
    latest.current = sections
  })
  const place = area === undefined ? '' : `${area.x} ${area.y} ${area.w} ${area.h}`
  // A step is told of before what is laid out for it: until then there is nowhere to go.
  const here = sections.some((section) => isWithin(section, place)) ? place : ''
  useEffect(() => {
    const root = list.current
    if (root === null) return
    const own = latest.current.filter((section) => isWithin(section, here))
    if (wish?.kind === 'key-cards') {
      root.querySelector<HTMLElement>('[data-key-cards]')?.focus()
      return
    }
    if (wish?.kind === 'describe') {
      const drawn = own.find((section) => nlOutline.drawn(section.drawing) !== '')
      if (drawn !== undefined) setOpen({ form: 'describe', on: drawn.id })
      return
    }
    const [first] = own
    const isBusy = root.contains(root.ownerDocument.activeElement)
    if (first === undefined || first.id === latest.current[0]?.id || isBusy) return
    for (const part of root.querySelectorAll<HTMLElement>('[data-section]')) {
      if (part.dataset['section'] === first.id) scrollTo(part)
    }
  }, [list, here, wish, setOpen])
}

function isWithin({ place }: OutlineSection, area: string): boolean {
  const [x = 0, y = 0, w = 0, h = 0] = area === '' ? [] : area.split(' ').map(Number)
  if (place === undefined || w === 0) return false
  const [middleX, middleY] = [place.x + place.w / 2, place.y + place.h / 2]
  return x <= middleX && middleX <= x + w && y <= middleY && middleY <= y + h
}

/** Scrolls the list and nothing around it, which `scrollIntoView` would do too. */
function scrollTo(part: HTMLElement): void {
  let place = part.parentElement
  while (place !== null && getComputedStyle(place).overflowY !== 'auto') place = place.parentElement
  if (place === null) return
  place.scrollTop += part.getBoundingClientRect().top - place.getBoundingClientRect().top - 12
}
