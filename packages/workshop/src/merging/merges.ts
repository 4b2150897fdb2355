import { isVisionUsed } from '../steps/areas.ts'
import type { BoardKind, Session } from '../session/session.ts'

/** What the server found out about the merge that stands after one was undone. */
export interface UndoneMerge {
  /** When the merge that is now the last one was made, milliseconds since 1970; undefined without one. */
  readonly lastAt: number | undefined
  readonly canUndo: boolean
}

/**
 * Notes that the boards were merged (samenvoegen): everybody looks at the vision, the wall too. Before
 * a step has worked on the vision it has no place for anything: then at all boards beside each other.
 */
export function recordMerge(session: Session, { now }: { readonly now: number }): Session {
  return {
    ...session,
    merge: { count: session.merge.count + 1, lastAt: now, canUndo: true },
    spotlight: boardToShow(session) ?? session.spotlight,
    wall: { kind: 'auto' },
    wallPage: undefined,
    revision: session.revision + 1,
  }
}

/** Notes that the last merge was undone; when none is left, nobody is kept at the vision. */
export function recordUndoneMerge(session: Session, { lastAt, canUndo }: UndoneMerge): Session {
  const count = Math.max(0, session.merge.count - 1)
  const shown = session.boards.find(({ id }) => id === session.spotlight)
  const leavesVision = count === 0 && (shown?.kind === 'vision' || shown?.kind === 'side-by-side')
  return {
    ...session,
    merge: { count, lastAt, canUndo },
    spotlight: leavesVision ? undefined : session.spotlight,
    revision: session.revision + 1,
  }
}

function boardToShow(session: Session): string | undefined {
  const boardOf = (kind: BoardKind) => session.boards.find((board) => board.kind === kind)?.id
  const sideBySide = boardOf('side-by-side')
  return isVisionUsed(session) ? boardOf('vision') : (sideBySide ?? boardOf('vision'))
}
