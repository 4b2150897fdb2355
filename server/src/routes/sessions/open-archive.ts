import { CreateSessionAnswer } from '@stip/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { receive, SentArchive } from '../../archives/sent-archive.ts'
import { takeArchive } from '../../archives/take-archive.ts'
import { RequestRefusedError } from '../../errors.ts'
import { deviceOf, knownDevice } from '../../identity/devices.ts'
import { answerWithProblem, refuseWith } from '../../plugins/problems.ts'
import { Turns } from '../../turns.ts'
import type { Asker } from '../../turns.ts'
import { refusals } from '../schemas.ts'
import type { Routes } from '../schemas.ts'

/** Makes a session of an archive; whoever opens it is its facilitator, as of one that they begin. */
export const openArchiveRoutes: Routes = async (server, { services }) => {
  const { config, limits, archives } = services
  const turns = new Turns({ atATime: 1, waiting: 1 })
  const sent = new WeakMap<FastifyRequest, SentArchive>()

  /** Not a byte is read before it is its turn: until then it waits with the sender. */
  async function waitForTurn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const end = await turns.begin(senderOf(request), gone.signal)
    const ended = async (): Promise<void> => {
      end()
      await sent.get(request)?.remove()
    }
    if (gone.signal.aborted) await ended()
    else reply.raw.once('close', () => void ended())
  }

  // Whatever a browser calls it: the bytes decide whether it is an archive.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    '*',
    async (request: FastifyRequest, payload: FastifyRequest['raw']) => {
      const archive = await receive(payload, limits.archiveBytes)
      sent.set(request, archive)
      return archive
    },
  )

  server.setErrorHandler<Error & { code: string }>((error, request, reply) =>
    error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
      ? refuseWith(reply, 'archive-too-large')
      : answerWithProblem(error, request, reply),
  )

  server.post(
    '/api/archives',
    {
      bodyLimit: limits.archiveBytes,
      config: { timesUsual: 1 / 10 },
      onRequest: waitForTurn,
      schema: {
        summary: 'Makes a session of an archive; this device becomes its facilitator',
        description: 'The body is the archive itself: the ZIP that another Stip made.',
        response: { 201: CreateSessionAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const archive = request.body
      if (!(archive instanceof SentArchive)) throw new RequestRefusedError('no-archive')
      const opened = await archives.read(archive.path)
      const deviceHash = knownDevice(request, reply, config)
      const answer = { sessionId: opened.session.id }
      await takeArchive(services, opened, deviceHash, request.answered(201, answer))
      return reply.code(201).send(answer)
    },
  )
}

/** Devices take turns; those that are none yet, by their address. */
function senderOf(request: FastifyRequest): Asker {
  const device = deviceOf(request)
  const person = device === undefined ? request.ip : Buffer.from(device).toString('base64')
  return { session: 'archives', person }
}
