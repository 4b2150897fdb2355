import { randomBytes as systemBytes, randomInt } from 'node:crypto'
import { idFromBytes } from '@stip/primitives'
import type { Random, SessionId } from '@stip/primitives'
import type { FastifyInstance } from 'fastify'
import { publicBase } from './addresses.ts'
import { ArchiveThread } from './archives/archive-thread.ts'
import { BallotDesk } from './ballots/ballot-desk.ts'
import { BallotKeeper } from './ballots/ballot-keeper.ts'
import { BoardThread } from './board-thread/board-thread.ts'
import { Exporter } from './board-thread/exporter.ts'
import { BoardRooms } from './boards/board-rooms.ts'
import { Miniatures } from './boards/miniatures.ts'
import type { BoardLimits } from './boards/board-limits.ts'
import { Unfinished } from './commands/unfinished.ts'
import type { Config } from './config.ts'
import { SnapshotKeeper } from './history/snapshot-keeper.ts'
import type { After } from './history/snapshot-keeper.ts'
import { CurrentCodes } from './identity/current-codes.ts'
import { Doors } from './identity/doors.ts'
import { FailureLimit } from './identity/failure-limit.ts'
import { ImageBoards } from './images/image-boards.ts'
import { LinkSecrets, readServerKey } from './identity/link-secrets.ts'
import { Pairings } from './identity/pairings.ts'
import { SealedAnswers } from './identity/sealed-answers.ts'
import { Tickets } from './identity/tickets.ts'
import { usualLimits } from './limits.ts'
import type { ServerLimits } from './limits.ts'
import { CollectNews } from './vision/collect-news.ts'
import { Proposer } from './proposals/proposer.ts'
import { whatIsWrongWith } from './proposals/word-vectors.ts'
import { localAddress, Rehearsals } from './rehearsal/rehearsals.ts'
import { Reports } from './reports/reports.ts'
import { joinAddress } from './routes/coming-in/links.ts'
import type { Services } from './services.ts'
import { Arrivals } from './sessions/arrivals.ts'
import { SessionDesk } from './sessions/session-desk.ts'
import { SessionFeeds } from './sessions/session-feeds.ts'
import { ViewRevisions } from './sessions/view-revisions.ts'
import type { Surroundings } from './sessions/parts/shared-parts.ts'
import { viewFor } from './sessions/view.ts'
import { afterThat } from './server-clock.ts'
import type { ServerClock } from './server-clock.ts'
import { differenceMessage } from './start-problems.ts'
import { openStorage } from './storage/storage.ts'
import { Turns } from './turns.ts'

/** What a server is built from. What is left out is taken from the system. */
export interface AppOptions {
  readonly config: Config
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** Milliseconds since some moment, which never fall or jump; read off `now` when only that is given. */
  readonly elapsed?: () => number
  /** Waits before a moment of a board is kept. */
  readonly after?: After
  /** Decides who sits where. */
  readonly random?: Random
  /** Ids and join codes are made of these. */
  readonly randomBytes?: (count: number) => Uint8Array
  /** Replace the usual ones. */
  readonly limits?: Partial<ServerLimits>
  /** Folder of the built client. */
  readonly clientFolder?: string
  readonly boardLimits?: BoardLimits | undefined
  /**
   * Hears that something that is stored is damaged, or from a newer Stip. Nothing of it is served from
   * then on; whoever runs the server stops it and says why. With it, everything is looked through in
   * the background once the server listens.
   */
  readonly onDamage?: (error: Error) => void
  /** For tests that have stores fail; see `openStorage`. */
  readonly keepsTablesHere?: boolean
}

/** Makes what the routes work with, and opens the data folder. */
export async function openServices(
  options: AppOptions,
  clock: ServerClock,
  server: FastifyInstance,
): Promise<Services> {
  const { config, now = Date.now, randomBytes = systemBytes } = options
  const limits = { ...usualLimits, ...options.limits }
  const { elapsed } = clock
  const { after = afterThat } = options
  const tellError = (error: unknown): void => server.log.error(error)
  const tellWrongVectors = (why: string): void =>
    server.log.warn(
      `STIP_WORD_VECTORS deugt niet: ${why}. Stip vergelijkt briefjes nu zonder woordvectoren.`,
    )
  // Told at once, and not when the first evening merges.
  const wrongVectors = config.wordVectors && whatIsWrongWith(config.wordVectors)
  if (wrongVectors) tellWrongVectors(wrongVectors)
  const storage = await openStorage(config.dataDir, {
    snapshotRows: config.snapshotRows,
    inThisThread: options.keepsTablesHere,
    onDamage: options.onDamage ?? tellError,
    onUnchecked: (error) => {
      server.log.warn(error, 'Of alles wat bewaard is nog klopt, kon niet worden nagekeken.')
    },
  })
  const serverKey = readServerKey(config.dataDir)
  const random = options.random ?? (() => randomInt(2 ** 32) / 2 ** 32)
  const newId = (): string => idFromBytes(randomBytes(16))
  const codes = new CurrentCodes(storage.entries)
  const images = new ImageBoards({
    store: storage.imageBoards,
    open: (boardId) => services.rooms.open(boardId),
    tellError,
  })
  const ballots = new BallotDesk({
    store: storage.ballots,
    find: (sessionId) => desk.find(sessionId),
    touch: (sessionId) => services.feeds.touch(sessionId),
    after,
  })
  const openAlso = async (sessionId: SessionId): Promise<void> => {
    await Promise.all([codes.read(sessionId), images.read(sessionId), ballots.read(sessionId)])
  }
  const desk = new SessionDesk({ log: storage.sessions, now, elapsed, openAlso, random, newId })
  desk.keepWhile(({ id }) => services.feeds.isFollowed(id))
  desk.onForget(({ id, questions }) => {
    ballots.forget(questions.all.map((each) => each.id))
    codes.forget(id)
    images.forget(id)
    services.feeds.forget(id)
  })
  const boardThread = new BoardThread(config.dataDir)
  const around = (sessionId: SessionId): Surroundings => ({
    isConnected: (personId) => services.feeds.isConnected(personId),
    joinCode: () => codes.of(sessionId),
    joinUrl: () => joinAddress(services, sessionId),
    isRehearsing: () => services.rehearsals.isPlaying(sessionId),
    ballots: (session) => ballots.told(session),
  })
  const viewOf: Services['viewOf'] = (session, actor, numbers) =>
    viewFor(session, actor, { ...around(session.id), ...numbers })
  const services: Services = {
    config,
    limits,
    now,
    elapsed,
    random,
    randomBytes,
    newId,
    storage,
    codes,
    desk,
    arrivals: new Arrivals(desk, (error) => server.log.error(error)),
    feeds: new SessionFeeds({
      elapsed,
      now,
      revisions: await ViewRevisions.open(storage.facts, now()),
      epoch: idFromBytes(randomBytes(16)),
      find: (sessionId) => desk.find(sessionId),
      around,
      view: (session, actor, numbers) => JSON.stringify(viewOf(session, actor, numbers)),
    }),
    rooms: new BoardRooms({
      updateLog: storage.updateLog,
      desk,
      now,
      elapsed,
      watch: () => services.miniatures.besides(services.history),
      images: () => services.images,
      limits: options.boardLimits,
      after,
      tellError,
      onDifference: (boardId, { lacking }) => {
        server.log.error({ boardId, lacking }, differenceMessage(lacking))
      },
    }),
    images,
    history: new SnapshotKeeper({
      storage,
      desk,
      now,
      after,
      boardThread,
      open: (boardId) => services.rooms.open(boardId),
      tellError,
    }),
    miniatures: new Miniatures({
      open: (boardId) => services.rooms.open(boardId),
      elapsed,
      runId: idFromBytes(randomBytes(8)),
    }),
    ballots,
    ballotKeeper: new BallotKeeper({ services: () => services, after, tellError }),
    unfinished: new Unfinished({
      services: () => services,
      after,
      tellError,
    }),
    boardThread,
    exporter: new Exporter(boardThread),
    collectNews: new CollectNews({
      thread: boardThread,
      changes: () => services.miniatures,
      elapsed,
    }),
    proposer: new Proposer({
      folder: config.dataDir,
      wordVectors: config.wordVectors,
      onWrongVectors: tellWrongVectors,
    }),
    reports: new Reports(storage.versions),
    archives: new ArchiveThread(),
    readingTurns: new Turns({ atATime: 1, waiting: 20 }),
    doors: new Doors(),
    tickets: new Tickets(elapsed, limits.tickets),
    secrets: new LinkSecrets(serverKey),
    answers: new SealedAnswers(serverKey),
    wrongCodes: new FailureLimit(
      { perDevice: limits.wrongPerDevice, perAddress: limits.wrongPerAddress },
      elapsed,
    ),
    wrongScreenCodes: new FailureLimit(limits.wrongScreenCodes, elapsed),
    pairings: new Pairings(elapsed, randomBytes),
    viewOf,
    rehearsals: new Rehearsals({
      address: () => localAddress(config.host, portOf(server) ?? config.port),
      onChange: (sessionId) => services.feeds.touch(sessionId),
      tellError,
    }),
    publicBase: () => publicBase(config.publicUrl, portOf(server) ?? config.port),
  }
  return services
}

function portOf(server: FastifyInstance): number | undefined {
  const address = server.server.address()
  return typeof address === 'object' ? address?.port : undefined
}
