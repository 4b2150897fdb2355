import type { SessionView } from '@stip/api'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { followHands, isAtHand, whileWaiting } from './at-hand.ts'
import { momentOf } from '@stip/workshop'
import type { PlaceAtWork } from './place-at-work.ts'

/** Where a participant is, and what the session said when they came there. */
interface Here {
  readonly view: SessionView
  readonly place: PlaceAtWork
}

/** What is shown. */
export interface Held extends Here {
  /** What the session went on to, and this screen will: a board that all are shown, or what comes next. */
  readonly waits: 'shown' | 'next' | undefined
}

/**
 * Keeps a screen where it is while somebody types or drags there: it goes along when they are done.
 * The clock, and what may be written where, are always those of now. The one field of a phone stays
 * as it is when the question above it changes; so that does.
 */
export function useHeld(view: SessionView, place: PlaceAtWork): Held {
  const [here, setHere] = useState<Here>({ view, place })
  useEffect(followHands, [])
  const now = { view, place }
  const isAsked = hasField(view) && isAnswering()
  // Where somebody goes by themselves is nothing to wait with.
  const isLed = here.view !== view && isElsewhere(here, now, isAsked)
  const mayStay = isLed && canStay(here, view)
  const isHeld = useSyncExternalStore(
    mayStay ? whileWaiting : waitForNothing,
    () => mayStay && isAtHand(),
  )
  if (!isHeld && (here.view !== view || isElsewhere(here, now, false))) setHere(now)
  if (!isHeld) return { ...now, waits: undefined }
  const { spotlight, current } = here.view
  return {
    view: isAsked ? { ...view, spotlight, current } : asOfNow(here.view, view),
    place: here.place,
    waits: view.spotlight !== undefined && view.spotlight !== spotlight ? 'shown' : 'next',
  }
}

/** Ends what is typed: whoever asks to go along is done. */
export function letGo(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

function waitForNothing(): () => void {
  return () => {}
}

/** Whether somebody is at the field of a phone that is open under every question. */
function isAnswering(): boolean {
  return document.activeElement?.classList.contains('stip-write__field') === true
}

/** Whether the step surely has that field. */
function hasField({ steps, position, boards }: SessionView): boolean {
  const zones = steps[position]?.zones ?? []
  return (
    zones.some(({ kind, isFilled }) => kind === 'notes' && isFilled !== true) && boards.some(isOpen)
  )
}

function isOpen({ isInUse, access }: SessionView['boards'][number]): boolean {
  return isInUse === true && access === 'write'
}

function isElsewhere(here: Here, now: Here, isAsked: boolean): boolean {
  const [before, after] = [here, now].map(({ view, place }) => {
    if (isAsked) return view.spotlight
    return `${momentOf(view)} ${place.kind} ${place.kind === 'board' ? place.board.id : ''}`
  })
  return before !== after
}

/** Only where one can still write there is something to finish. */
function canStay({ place }: Here, { boards, endedAt }: SessionView): boolean {
  if (place.kind !== 'board' || endedAt !== undefined) return false
  return boards.some(
    (board) =>
      (isAnswering() && isOpen(board)) || (board.id === place.board.id && board.access === 'write'),
  )
}

function asOfNow(held: SessionView, { clock, takenAway, boards }: SessionView): SessionView {
  return {
    ...held,
    clock,
    takenAway,
    boards: held.boards.flatMap((board) => {
      const now = boards.find(({ id }) => id === board.id)
      return now === undefined ? [] : [{ ...board, access: now.access }]
    }),
  }
}
