import { randomBytes as systemBytes, randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import websocket from '@fastify/websocket'
import { idFromBytes } from '@stip/primitives'
import type { Random, SessionId } from '@stip/primitives'
import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { publicBase } from './addresses.ts'
import { BoardThread } from './board-thread/board-thread.ts'
import { Exporter } from './board-thread/exporter.ts'
import { BoardRooms } from './boards/board-rooms.ts'
import { Miniatures } from './boards/miniatures.ts'
import type { BoardLimits } from './boards/board-limits.ts'
import { webSocketOptions } from './boards/web-socket-options.ts'
import { Unfinished } from './commands/unfinished.ts'
import type { Config } from './config.ts'
import { Historian } from './history/historian.ts'
import type { After } from './history/historian.ts'
import { Doors } from './identity/doors.ts'
import { FailureLimit } from './identity/failure-limit.ts'
import { LinkSecrets, readServerKey } from './identity/link-secrets.ts'
import { Pairings } from './identity/pairings.ts'
import { SealedAnswers } from './identity/sealed-answers.ts'
import { Tickets } from './identity/tickets.ts'
import { usualLimits } from './limits.ts'
import type { ServerLimits } from './limits.ts'
import { aFewAtATime } from './plugins/a-few-at-a-time.ts'
import { clientFiles } from './plugins/client-files.ts'
import { eachKeyOnce } from './plugins/each-key-once.ts'
import { fairLimits } from './plugins/fair-limits.ts'
import { openapi } from './plugins/openapi.ts'
import { ownOrigin } from './plugins/own-origin.ts'
import { answerWithProblem, problems } from './plugins/problems.ts'
import { securityHeaders } from './plugins/security-headers.ts'
import { slowSenders } from './plugins/slow-senders.ts'
import { aboutRoutes } from './routes/about.ts'
import { boardRoutes } from './routes/boards.ts'
import { createSessionRoutes } from './routes/create-session.ts'
import { grantRoutes } from './routes/grants.ts'
import { historyRoutes } from './routes/history.ts'
import { imageRoutes } from './routes/images.ts'
import { ImageBoards } from './images/image-boards.ts'
import { localAddress, Rehearsals } from './rehearsal/rehearsals.ts'
import { rehearsalRoutes } from './routes/rehearsal.ts'
import { joinRoutes } from './routes/join.ts'
import { joinAddress, linkRoutes } from './routes/links.ts'
import { miniatureRoutes } from './routes/miniatures.ts'
import { noteRoutes } from './routes/notes.ts'
import { pairingRoutes } from './routes/pairings.ts'
import { feedRoutes } from './routes/feed.ts'
import { sessionRoutes } from './routes/session.ts'
import { syncRoutes } from './routes/sync.ts'
import type { Services } from './services.ts'
import { Arrivals } from './sessions/arrivals.ts'
import { SessionDesk } from './sessions/session-desk.ts'
import { ClockKeeper } from './sessions/clock-keeper.ts'
import { SessionFeeds } from './sessions/session-feeds.ts'
import { ViewRevisions } from './sessions/view-revisions.ts'
import type { Surroundings } from './sessions/parts/shared-parts.ts'
import { viewFor } from './sessions/view.ts'
import { afterThat, clockOf } from './server-clock.ts'
import type { ServerClock } from './server-clock.ts'
import { differenceMessage } from './start-problems.ts'
import { openLog } from './open-log.ts'
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
}

const JSON_LIMIT = 256 * 1024

/**
 * Builds the server: everything but listening. Closing it stores what waits, sends everybody
 * away to come back later, and closes the data folder.
 *
 * @throws {Error} When the data folder cannot be opened.
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { config } = options
  const { patience } = { ...usualLimits, ...options.limits }
  const server = Fastify({
    bodyLimit: JSON_LIMIT,
    requestTimeout: patience.requestMs,
    http: { headersTimeout: patience.headersMs, connectionsCheckingInterval: patience.checkMs },
    trustProxy: config.trustedProxies ?? false,
    forceCloseConnections: true,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerWithProblem,
    logger: {
      level: config.logLevel,
      // Queries may hold tickets, and headers cookies: neither belongs in a log.
      serializers: {
        req: ({ method, url }) => ({ method, url: pathOf(url) }),
      },
    },
  })
  const clock = clockOf(options)
  const services = await openServices(options, clock, server)
  // Hooks run when the server closes; before there is anything to close, we do it here.
  const tellError = (error: unknown): void => server.log.error(error)
  const keeper = await openLog(services, server)
    .then(() => new ClockKeeper({ ...services, clock, codeDays: config.codeDays, tellError }))
    .catch(async (error: unknown) => {
      await services.storage.close()
      throw error
    })
  server.addHook('onRequest', async () => clock.check())
  server.addHook('preClose', async () => {
    services.feeds.close()
    services.rehearsals.close()
    keeper.close()
    services.unfinished.close()
    await services.desk.settled()
    await services.history.close()
    await services.boardThread.close()
    await services.rooms.close()
  })
  server.addHook('onClose', () => services.storage.close())
  services.desk.onChange(({ session }) => services.feeds.touch(session.id))

  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  await server.register(problems)
  await server.register(aFewAtATime)
  await server.register(securityHeaders)
  await server.register(cookie)
  await server.register(ownOrigin, { publicUrl: config.publicUrl })
  await server.register(fairLimits, { services })
  await server.register(eachKeyOnce, { services })
  await server.register(websocket, {
    options: webSocketOptions(services.limits.frameBytes),
    // A frame that breaks the WebSocket protocol was answered by ws itself, with 1002 or 1009.
    errorHandler: (error, socket, request) => {
      request.log.debug({ err: error }, 'connection failed')
      if (socket.readyState === socket.OPEN) socket.close(1011, 'failed')
    },
  })
  await server.register(slowSenders, { limits: services.limits })
  await server.register(openapi)
  for (const routes of [
    aboutRoutes,
    createSessionRoutes,
    joinRoutes,
    grantRoutes,
    linkRoutes,
    pairingRoutes,
    sessionRoutes,
    feedRoutes,
    boardRoutes,
    miniatureRoutes,
    noteRoutes,
    historyRoutes,
    imageRoutes,
    rehearsalRoutes,
    syncRoutes,
  ]) {
    // Plugins are loaded in order; each waits for the one before it anyway.
    // oxlint-disable-next-line no-await-in-loop
    await server.register(routes, { services })
  }
  await server.register(clientFiles, {
    folder: options.clientFolder ?? fileURLToPath(new URL('../../client/dist', import.meta.url)),
  })
  await services.unfinished.atStart()
  return server
}

async function openServices(
  options: AppOptions,
  clock: ServerClock,
  server: FastifyInstance,
): Promise<Services> {
  const { config, now = Date.now, randomBytes = systemBytes } = options
  const limits = { ...usualLimits, ...options.limits }
  const { elapsed } = clock
  const { after = afterThat } = options
  const tellError = (error: unknown): void => server.log.error(error)
  const storage = await openStorage(config.dataDir, config.snapshotRows)
  const serverKey = readServerKey(config.dataDir)
  const random = options.random ?? (() => randomInt(2 ** 32) / 2 ** 32)
  const newId = (): string => idFromBytes(randomBytes(16))
  const desk = new SessionDesk({ log: storage.sessions, now, random, newId })
  const boardThread = new BoardThread(config.dataDir)
  const around = (sessionId: SessionId): Surroundings => ({
    isConnected: (personId) => services.feeds.isConnected(personId),
    joinCode: () => storage.entries.currentCode(sessionId),
    joinUrl: () => joinAddress(services, sessionId),
    isRehearsing: () => services.rehearsals.isPlaying(sessionId),
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
    desk,
    arrivals: new Arrivals(desk, (error) => server.log.error(error)),
    feeds: new SessionFeeds({
      elapsed,
      now,
      revisions: new ViewRevisions(storage.facts, now()),
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
    images: new ImageBoards({
      store: storage.imageBoards,
      open: (boardId) => services.rooms.open(boardId),
    }),
    history: new Historian({
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
    unfinished: new Unfinished({
      services: () => services,
      after,
      tellError,
    }),
    boardThread,
    exporter: new Exporter(boardThread),
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

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? ''
}

function portOf(server: FastifyInstance): number | undefined {
  const address = server.server.address()
  return typeof address === 'object' ? address?.port : undefined
}
