import type { SessionView } from '@stip/api'
import type { Random, SessionId } from '@stip/primitives'
import type { Actor, Session } from '@stip/workshop'
import type { ArchiveThread } from './archives/archive-thread.ts'
import type { BallotDesk } from './ballots/ballot-desk.ts'
import type { BallotKeeper } from './ballots/ballot-keeper.ts'
import type { BoardRooms } from './boards/board-rooms.ts'
import type { Miniatures } from './boards/miniatures.ts'
import type { BoardThread } from './board-thread/board-thread.ts'
import type { Exporter } from './board-thread/exporter.ts'
import type { Unfinished } from './commands/unfinished.ts'
import type { Config } from './config.ts'
import type { ServerLimits } from './limits.ts'
import type { SnapshotKeeper } from './history/snapshot-keeper.ts'
import type { CurrentCodes } from './identity/current-codes.ts'
import type { Doors } from './identity/doors.ts'
import type { FailureLimit } from './identity/failure-limit.ts'
import type { ImageBoards } from './images/image-boards.ts'
import type { Pairings } from './identity/pairings.ts'
import type { LinkSecrets } from './identity/link-secrets.ts'
import type { SealedAnswers } from './identity/sealed-answers.ts'
import type { Tickets } from './identity/tickets.ts'
import type { CollectNews } from './vision/collect-news.ts'
import type { Proposer } from './proposals/proposer.ts'
import type { Reports } from './reports/reports.ts'
import type { Rehearsals } from './rehearsal/rehearsals.ts'
import type { Arrivals } from './sessions/arrivals.ts'
import type { SessionDesk } from './sessions/session-desk.ts'
import type { SessionFeeds } from './sessions/session-feeds.ts'
import type { Storage } from './storage/storage.ts'
import type { Turns } from './turns.ts'

/** What a screen became. */
export interface ScreenPlace {
  readonly sessionId: SessionId
  readonly role: 'wall' | 'participant'
}

/** What the routes work with. Built once, in app.ts. */
export interface Services {
  readonly config: Config
  readonly limits: ServerLimits
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds since some moment, which never fall or jump: for everything that lasts or expires. */
  readonly elapsed: () => number
  readonly random: Random
  readonly newId: () => string
  readonly randomBytes: (count: number) => Uint8Array
  readonly storage: Storage
  readonly codes: CurrentCodes
  readonly desk: SessionDesk
  readonly feeds: SessionFeeds
  readonly arrivals: Arrivals
  /** What people answer to questions. */
  readonly ballots: BallotDesk
  readonly ballotKeeper: BallotKeeper
  readonly rooms: BoardRooms
  /** Boards as they look from far. */
  readonly miniatures: Miniatures
  /** Which boards hold which images. */
  readonly images: ImageBoards
  readonly history: SnapshotKeeper
  readonly boardThread: BoardThread
  readonly exporter: Exporter
  /** What groups made since the vision last collected. */
  readonly collectNews: CollectNews
  /** Which cards on a vision may say the same. */
  readonly proposer: Proposer
  /** Documents of saved versions of visions. */
  readonly reports: Reports
  /** Archives that somebody sent. */
  readonly archives: ArchiveThread
  /** For reading what boards were. */
  readonly readingTurns: Turns
  /** What was begun and could not be ended. */
  readonly unfinished: Unfinished
  readonly tickets: Tickets
  readonly doors: Doors
  readonly secrets: LinkSecrets
  readonly answers: SealedAnswers
  readonly wrongCodes: FailureLimit
  readonly wrongScreenCodes: FailureLimit
  /** Screens that wait to be told what they are. */
  readonly pairings: Pairings<ScreenPlace>
  /** Invented evenings that are being played. */
  readonly rehearsals: Rehearsals
  /** A session as one screen may see it; `revision` numbers the view, `now` is the time that it names. */
  readonly viewOf: (
    session: Session,
    actor: Actor,
    numbers: { readonly revision: number; readonly now: number },
  ) => SessionView
  /** Where browsers reach this server, without a slash at the end. */
  readonly publicBase: () => string
}
