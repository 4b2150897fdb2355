import type { Area } from '@stip/api'
import { ZonePage } from '@stip/board'
import type { OutlineSection } from '@stip/board'
import { useEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { nlOutline } from '../../texts/board/nl-outline.ts'
import type { OpenForm } from './outline-context.ts'
import type { OutlineMoment } from '../../board/words/live-outline.ts'
import type { OutlineWish } from './outline-wish.ts'

/**
 * Brings the step of now into sight, or what one came for. Shift+N opens a new note from anywhere:
 * where one is in the list, else in the step of now.
 */
export function useStartingPlace(
  list: RefObject<HTMLElement | null>,
  { outline: { sections }, records }: OutlineMoment,
  area: Area | undefined,
  wish: OutlineWish | undefined,
  setOpen: (form: OpenForm) => void,
): void {
  // Zones grow, and the areas of steps with them; the step stays the same.
  const own = useMemo(() => {
    const shown = area && ZonePage.ofShown(records).areaShown(area)
    return shown === undefined ? [] : sections.filter((section) => isWithin(section, shown))
  }, [area, records, sections])
  const latest = useRef({ own, sections })
  useEffect(() => {
    latest.current = { own, sections }
  })
  const place = area === undefined ? '' : `${area.x} ${area.y} ${area.w} ${area.h}`
  // A step is told of before what is laid out for it: until then there is nowhere to go.
  const here = own.length > 0 ? place : ''
  useEffect(() => {
    const root = list.current
    if (root === null) return
    const now = latest.current
    if (wish?.kind === 'key-cards') {
      root.querySelector<HTMLElement>('[data-key-cards]')?.focus()
      return
    }
    if (wish?.kind === 'describe') {
      const drawn = now.own.find((section) => nlOutline.drawn(section.drawing) !== '')
      if (drawn !== undefined) setOpen({ form: 'describe', on: drawn.id })
      return
    }
    const [first] = now.own
    const isBusy = root.contains(root.ownerDocument.activeElement)
    if (first === undefined || first.id === now.sections[0]?.id || isBusy) return
    for (const part of root.querySelectorAll<HTMLElement>('[data-section]')) {
      if (part.dataset['section'] === first.id) scrollTo(part)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another place is where to go.
  }, [list, here, wish, setOpen])
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, target } = event
      if (key !== 'N' || !(target instanceof Element) || target.matches(fields)) return
      const around = target.closest<HTMLElement>('[data-section]')?.dataset['section']
      const { own: ofStep, sections: all } = latest.current
      const section = [...all.filter(({ id }) => id === around), ...ofStep, ...all].find(mayGrow)
      if (section === undefined) return
      event.preventDefault()
      setOpen({ form: 'add', on: section.id })
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [setOpen])
}

/** Where a capital N is a letter. */
const fields = 'input, select, textarea'

const mayGrow = ({ canAdd }: OutlineSection): boolean => canAdd

function isWithin({ place }: OutlineSection, { x, y, w, h }: Area): boolean {
  if (place === undefined) return false
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
