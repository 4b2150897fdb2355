import { checkInSteps, checkUpdate, updateInParts } from '@stip/documents'
import type { TotalLimits, WorkLimits, Writer } from '@stip/documents'
import type { BoardId } from '@stip/primitives'
import { frameLimits } from '@stip/sync/protocol'
import type { Gateway } from '@stip/sync/room'
import { allowsImages, takesOnlyNotes } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import type * as Y from 'yjs'
import type { ImageBoards } from '../images/image-boards.ts'
import type { SessionDesk } from '../sessions/session-desk.ts'
import { writerOf } from './copies/writer-of.ts'

/** What a board takes now. */
export interface TakenNow {
  /** Whether photos may be put on it. */
  readonly images: () => boolean
  /** Whether participants may put nothing but notes on it. */
  readonly onlyNotes: () => boolean
  /** Whether the image at an address may be shown on it by whom the room knows by this identity. */
  readonly image: (address: string, identity: string) => boolean
}

/** What a board of a session takes. */
export function takenNow(
  boardId: BoardId,
  {
    desk,
    now,
    images,
  }: { desk: SessionDesk; now: () => number; images: () => Pick<ImageBoards, 'mayShow'> },
): TakenNow {
  const session = (): Session | undefined => desk.findOfBoard(boardId)
  return {
    images: () => isSo(session(), allowsImages),
    onlyNotes: () => isSo(session(), (each) => takesOnlyNotes(each, now())),
    image: (address, identity) =>
      isSo(session(), (each) => images().mayShow(each, boardId, address, writerOf(each, identity))),
  }
}

function isSo(session: Session | undefined, test: (session: Session) => boolean): boolean {
  return session !== undefined && test(session)
}

/**
 * What may enter a board: anything that leaves it a board that everybody can open.
 *
 * @param limits - What it may come to in all, and one update; as usual where left out.
 */
export function gatewayOf(
  takes: TakenNow,
  limits: { readonly totals?: TotalLimits; readonly work?: WorkLimits } = {},
): Gateway {
  const judged = ([
    doc,
    update,
    { identity, capacity = identity },
    ownerOf,
  ]: Parameters<Gateway>): Parameters<typeof checkInSteps> => {
    const writer: Writer = capacity === 'facilitator' || capacity === 'scribe' ? capacity : 'person'
    const isBounded = writer !== 'facilitator'
    return [
      doc,
      update,
      writer,
      {
        // The room takes no more than 1 MB of who was not asked.
        updateBytes: frameLimits.answer,
        refusesImages: !takes.images(),
        mayShow: (address) => takes.image(address, identity),
        takesOnlyNotes: isBounded && takes.onlyNotes(),
        ...limits,
        share: { identity, ownerOf, isBounded },
      },
    ]
  }
  return Object.assign((...asked: Parameters<Gateway>) => checkUpdate(...judged(asked)), {
    inSteps: (...asked: Parameters<Gateway>) => checkInSteps(...judged(asked)),
    inParts: (update: Uint8Array, doc: Y.Doc) => updateInParts(update, doc),
  })
}
