import type { SessionId } from '@stip/primitives'
import type { AssetTable } from '../tables/asset-table.ts'
import type { AuthorshipTable } from '../tables/authorship-table.ts'
import type { EntryTable } from '../tables/entry-table.ts'
import type { ImageBoardTable } from '../tables/image-board-table.ts'
import type { MergeTable } from '../tables/merge-table.ts'
import type { MomentTable } from '../tables/moment-table.ts'
import type { VersionTable } from '../tables/version-table.ts'
import type { Brought } from '../stores/brought.ts'

/** The tables that an archive fills. */
export interface BroughtInto {
  readonly assets: AssetTable
  readonly authorship: AuthorshipTable
  readonly entries: EntryTable
  readonly imageBoards: ImageBoardTable
  readonly merges: MergeTable
  readonly moments: MomentTable
  readonly versions: VersionTable
}

/** Writes what an archive brought. Only from within the transaction that stores its session. */
export function bring(tables: BroughtInto, sessionId: SessionId, brought: Brought): void {
  for (const { number, state, ...merge } of brought.merges) {
    tables.merges.plan({ sessionId, number, ...merge })
    tables.merges.settle({ sessionId, number }, state)
  }
  tables.authorship.bringPeriods(sessionId, brought.periods)
  for (const { id, marks, lateWork, moments } of brought.boards) {
    for (const mark of marks) tables.authorship.addMark(id, mark)
    tables.authorship.addLateWork(id, lateWork, Infinity)
    for (const moment of moments) tables.moments.bring(id, moment)
  }
  for (const { boards, ...image } of brought.images) {
    tables.assets.add(sessionId, { ...image, person: '' })
    for (const boardId of boards) tables.imageBoards.add(sessionId, { name: image.name, boardId })
  }
  // A picture is kept once, with the first version.
  for (const [place, version] of brought.versions.entries()) {
    tables.versions.add(sessionId, version, place === 0 ? brought.pictures : [])
  }
  tables.entries.beginLinks(sessionId, brought.linkVersion)
}
