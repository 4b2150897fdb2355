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

/** A request that has its turn. */
interface Taken {
  /** Its sender hung up. */
  isGone: boolean
  archive: SentArchive | undefined
  /** While it is read and written. */
  work: Promise<CreateSessionAnswer> | undefined
}

/** Makes a session of an archive; whoever opens it is its facilitator, as of one that they begin. */
export const openArchiveRoutes: Routes = async (server, { services }) => {
  const { config, limits, archives } = services
  const turns = new Turns({ atATime: 1, waiting: 1 })
  const taken = new WeakMap<FastifyRequest, Taken>()

  /** Not a byte is read before it is its turn: until then it waits with the sender. */
  async function waitForTurn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const end = await turns.begin(senderOf(request), gone.signal)
    const one: Taken = { isGone: gone.signal.aborted, archive: undefined, work: undefined }
    taken.set(request, one)
    const ended = async (): Promise<void> => {
      one.isGone = true
      // Who hangs up while theirs is written ends nothing: another would be written on top of it.
      await one.work?.catch(() => undefined)
      end()
      await one.archive?.remove()
    }
    if (one.isGone) await ended()
    else reply.raw.once('close', () => void ended())
  }

  // Whatever a browser calls it: the bytes decide whether it is an archive.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    '*',
    async (request: FastifyRequest, payload: FastifyRequest['raw']) => {
      const archive = await receive(payload, limits.archiveBytes)
      const one = taken.get(request)
      if (one === undefined || one.isGone) {
        // All of it came, and its sender hung up before it lay on the disk.
        await archive.remove()
        throw new RequestRefusedError('no-archive')
      }
      one.archive = archive
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
      const one = taken.get(request)
      if (one === undefined || one.isGone) throw new RequestRefusedError('no-archive')
      const open = async (): Promise<CreateSessionAnswer> => {
        const opened = await archives.read(archive.path)
        const deviceHash = knownDevice(request, reply, config)
        const answer = { sessionId: opened.session.id }
        await takeArchive(services, opened, deviceHash, request.answered(201, answer))
        return answer
      }
      one.work = open()
      return reply.code(201).send(await one.work)
    },
  )
}

/** Devices take turns; those that are none yet, by their address. */
function senderOf(request: FastifyRequest): Asker {
  const device = deviceOf(request)
  const person = device === undefined ? request.ip : Buffer.from(device).toString('base64')
  return { session: 'archives', person }
}
