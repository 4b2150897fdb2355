import type { Session } from './session.ts'

/** What the server found out about the merge that stands after one was undone. */
export interface UndoneMerge {
  /** When the merge that is now the last one was made, milliseconds since 1970; undefined without one. */
  readonly lastAt: number | undefined
  readonly canUndo: boolean
}

/** Notes that the boards were merged (samenvoegen): everybody looks at the vision, the wall too. */
export function recordMerge(session: Session, { now }: { readonly now: number }): Session {
  return {
    ...session,
    merge: { count: session.merge.count + 1, lastAt: now, canUndo: true },
    spotlight: visionOf(session) ?? session.spotlight,
    wall: { kind: 'auto' },
    wallPage: undefined,
    revision: session.revision + 1,
  }
}

/** Notes that the last merge was undone; when none is left, nobody is kept at the vision. */
export function recordUndoneMerge(session: Session, { lastAt, canUndo }: UndoneMerge): Session {
  const count = Math.max(0, session.merge.count - 1)
  const leavesVision = count === 0 && session.spotlight === visionOf(session)
  return {
    ...session,
    merge: { count, lastAt, canUndo },
    spotlight: leavesVision ? undefined : session.spotlight,
    revision: session.revision + 1,
  }
}

function visionOf(session: Session): string | undefined {
  return session.boards.find((board) => board.kind === 'vision')?.id
}
