import type { BoardId } from '@stip/primitives'
import { boardOf } from '@stip/workshop'
import type { Session } from '@stip/workshop'

/** The name a browser gives to a board that is saved: title and board, in letters every disk takes. */
export function exportName(session: Session, boardId: BoardId, ending: string): string {
  const board = boardOf(session, boardId)
  const group = session.people.groups.find(({ id }) => id === board?.groupId)
  const kinds = {
    plenary: 'plenair',
    group: `groep-${group?.letter ?? ''}`,
    vision: 'visie',
    'side-by-side': 'alle-borden',
    private: 'eigen-bord',
  }
  const name = `${session.course.title} ${board === undefined ? '' : kinds[board.kind]}`
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
  return `attachment; filename="${name === '' ? 'bord' : name}.${ending}"`
}
