import type { SessionView } from '@stip/api'
import { nl } from '../../texts/nl.ts'
import type { Parts } from '../../ui/showing.ts'

type BoardInView = SessionView['boards'][number]

/** What a board is called on screens: its group with letter, or what it is for. */
export function boardName(view: Parts<'groups'>, board: BoardInView): string {
  if (board.kind !== 'group') return sharedName(board.kind)
  const group = groupOfBoard(view, board)
  return group === undefined ? nl.boards.group : nl.boards.groupOf(group.letter, group.name)
}

/** What a board that is of no group is called. */
export function sharedName(kind: BoardInView['kind']): string {
  if (kind === 'plenary') return nl.boards.plenary
  return kind === 'vision' ? nl.boards.vision : nl.boards.sideBySide
}

/** Name of a board as a file: session and board, without what file systems refuse. */
export function boardFileName(view: Parts<'title' | 'groups'>, board: BoardInView): string {
  const name = `${view.title} - ${boardName(view, board).replace(' · ', ' ')}`
  return name.replace(/[^\p{L}\p{N} _-]/gu, '').slice(0, 100)
}

/** The group a board belongs to. */
export function groupOfBoard(
  view: Parts<'groups'>,
  board: BoardInView,
): SessionView['groups'][number] | undefined {
  return view.groups.find((group) => group.id === board.groupId)
}

/** Boards in the order in which people speak of them: own group first, then together, vision, others, the archive. */
export function boardsInOrder(view: Parts<'boards' | 'me'>): readonly BoardInView[] {
  const own = view.me.person?.groupId
  const place = (board: BoardInView): number => {
    if (board.kind === 'group') return own === undefined || board.groupId === own ? 0 : 3
    return board.kind === 'plenary' ? 1 : board.kind === 'vision' ? 2 : 4
  }
  return view.boards.toSorted((one, other) => place(one) - place(other))
}
