import type { SessionView } from '@stip/api'
import { useEffect, useState } from 'react'
import { type OwnChoice, momentOf, ownGroup, participantPlace } from '@stip/workshop'
import type { PlaceInView } from './place-at-work.ts'

/** How long the group fills the screen before an open board takes over, in milliseconds. */
const revealMs = 6000

/** Where this participant is, with what only this screen knows: the group seen, the board chosen. */
export function useParticipantPlace(view: SessionView): {
  readonly place: PlaceInView
  readonly goTo: (boardId: string) => void
  readonly goBack: () => void
  readonly markGroupSeen: () => void
} {
  const storageKey = `stip-group-${view.id}`
  const [seenGroup, setSeenGroup] = useState(() => sessionStorage.getItem(storageKey) ?? undefined)
  const [board, setBoard] = useState<OwnChoice['board']>()
  const place = participantPlace(view, { seenGroup, board })
  const groupId = ownGroup(view)?.id
  const markGroupSeen = () => {
    if (groupId === undefined) return
    sessionStorage.setItem(storageKey, groupId)
    setSeenGroup(groupId)
  }
  const goTo = (boardId: string) => setBoard({ boardId, moment: momentOf(view) })

  const hasBoard = place.kind === 'group' && place.hasBoard
  useEffect(() => {
    if (!hasBoard || groupId === undefined) return undefined
    const timer = setTimeout(() => {
      sessionStorage.setItem(storageKey, groupId)
      setSeenGroup(groupId)
    }, revealMs)
    return () => clearTimeout(timer)
  }, [hasBoard, groupId, storageKey])

  return { place, goTo, goBack: () => setBoard(undefined), markGroupSeen }
}
