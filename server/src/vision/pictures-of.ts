import { outlineOf, sectionFinder, geometryOf } from '@stip/board'
import { isDrawn } from '@stip/board/drawing'
import { liveOf } from '@stip/documents'
import type { VisionContent } from '@stip/report'
import type { BoardId } from '@stip/primitives'
import type { Session } from '@stip/workshop'
import type { NewPicture } from '../reports/in-pixels.ts'
import type { Services } from '../services.ts'
import type { KeptPicture } from '../storage/stores/version-store.ts'
import type { Asker } from '../turns.ts'
import { zonesOfDrawings } from './drawings-of.ts'
import type { GroupBoard } from './vision-now.ts'

/** Pictures of the boards of groups, by board: as they are, and what each drew on the horizon. */
export interface BoardPictures {
  /** A picture for every step in which a group made something. */
  readonly whole: ReadonlyMap<BoardId, readonly NewPicture[]>
  readonly drawing: ReadonlyMap<BoardId, NewPicture>
}

/** Draws the boards of groups, in a thread of their own. */
export async function picturesOf(
  { reports }: Pick<Services, 'reports'>,
  asker: Asker,
  session: Session,
  boards: readonly GroupBoard[],
): Promise<BoardPictures> {
  const zones = new Set(zonesOfDrawings(session).drawing)
  const [whole, drawing] = [
    new Map<BoardId, readonly NewPicture[]>(),
    new Map<BoardId, NewPicture>(),
  ]
  for (const { board, stored } of boards) {
    const records = liveOf(stored)
    const { sections } = outlineOf(records)
    const find = sectionFinder(sections)
    const geometry = geometryOf(records)
    const drawn = records.filter((record) => {
      const place = isDrawn(record) ? geometry.boundsOf(record) : undefined
      return place !== undefined && zones.has(find(place).id)
    })
    // One after the other: more at once would wait for the same thread.
    // oxlint-disable-next-line no-await-in-loop
    whole.set(board, await reports.pictures(asker, { records, drawing: undefined }))
    if (drawn.length === 0) continue
    // oxlint-disable-next-line no-await-in-loop
    const [stip] = await reports.pictures(asker, { records, drawing: drawn })
    if (stip !== undefined) drawing.set(board, stip)
  }
  return { whole, drawing }
}

/** All of them that a content names, to be kept with it. */
export function picturesNamed(
  { drawings, boards }: VisionContent,
  { whole, drawing }: BoardPictures,
): readonly KeptPicture[] {
  const named = new Set([...drawings, ...boards].flatMap(({ picture }) => picture?.sha256 ?? []))
  const kept = [...[...whole.values()].flat(), ...drawing.values()].map((picture) => picture.kept)
  return [...new Map(kept.map((each) => [each.hash, each])).values()].filter(({ hash }) =>
    named.has(hash),
  )
}
