import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import websocket from '@fastify/websocket'
import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { webSocketOptions } from './boards/wire/web-socket-options.ts'
import { usualLimits } from './limits.ts'
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
import { archiveRoutes } from './routes/sessions/archive.ts'
import { ballotRoutes } from './routes/sessions/ballots.ts'
import { boardRoutes } from './routes/boards/boards.ts'
import { courseRoutes } from './routes/sessions/course.ts'
import { createSessionRoutes } from './routes/sessions/create-session.ts'
import { grantRoutes } from './routes/coming-in/grants.ts'
import { historyRoutes } from './routes/boards/history.ts'
import { imageRoutes } from './routes/boards/images.ts'
import { rehearsalRoutes } from './routes/sessions/rehearsal.ts'
import { openArchiveRoutes } from './routes/sessions/open-archive.ts'
import { reportRoutes } from './routes/sessions/report.ts'
import { joinRoutes } from './routes/coming-in/join.ts'
import { linkRoutes } from './routes/coming-in/links.ts'
import { miniatureRoutes } from './routes/boards/miniatures.ts'
import { myNoteRoutes } from './routes/sessions/my-notes.ts'
import { noteRoutes } from './routes/boards/notes.ts'
import { pairingRoutes } from './routes/coming-in/pairings.ts'
import { collectNewsRoutes } from './routes/sessions/collect-news.ts'
import { proposalRoutes } from './routes/sessions/proposals.ts'
import { feedRoutes } from './routes/sessions/feed.ts'
import { sessionRoutes } from './routes/sessions/session.ts'
import { syncRoutes } from './routes/boards/sync.ts'
import { ClockKeeper } from './sessions/clock-keeper.ts'
import { clockOf } from './server-clock.ts'
import { openLog } from './open-log.ts'
import { openServices } from './open-services.ts'
import type { AppOptions } from './open-services.ts'

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
    .then(() => ClockKeeper.start({ ...services, clock, codeDays: config.codeDays, tellError }))
    .catch(async (error: unknown) => {
      await services.storage.close()
      throw error
    })
  server.addHook('onRequest', () => keeper.moved())
  server.addHook('preClose', async () => {
    services.feeds.close()
    services.rehearsals.close()
    await keeper.close()
    services.unfinished.close()
    services.ballotKeeper.close()
    services.ballots.end()
    await services.desk.settled()
    await services.history.close()
    await Promise.all(
      [services.boardThread, services.proposer, services.reports, services.archives].map((each) =>
        each.close(),
      ),
    )
    await services.rooms.close()
  })
  server.addHook('onClose', () => services.storage.close())
  server.addHook('onListen', async () => {
    if (options.onDamage !== undefined) services.storage.checkAll()
  })
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
    ballotRoutes,
    myNoteRoutes,
    courseRoutes,
    proposalRoutes,
    collectNewsRoutes,
    reportRoutes,
    archiveRoutes,
    openArchiveRoutes,
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
  await services.ballotKeeper.start()
  return server
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? ''
}
