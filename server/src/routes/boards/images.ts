import { AssetAnswer } from '@stip/api'
import type { Capacity } from '@stip/api'
import type { BoardId, SessionId } from '@stip/primitives'
import { allowsImages } from '@stip/workshop'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { RequestRefusedError } from '../../errors.ts'
import { deviceOf } from '../../identity/devices.ts'
import { actorOf, askerOf, boardVisitorOf } from '../../identity/grants.ts'
import type { Visitor } from '../../identity/grants.ts'
import { addressOf } from '../../images/image-boards.ts'
import { reEncode } from '../../images/re-encode.ts'
import { isPhotoTakenAway } from '../../images/taken-photos.ts'
import { answerWithProblem, refuseWith } from '../../plugins/problems.ts'
import type { Services } from '../../services.ts'
import { Turns } from '../../turns.ts'
import type { Routes } from '../schemas.ts'
import { InCapacity, BoardAddress, refusals } from '../schemas.ts'

const MAXIMUM_BYTES = 10 * 1024 * 1024

/** Takes in images for boards, and shows them to who may read those. */
export const imageRoutes: Routes = async (server, { services }) => {
  const { storage, limits, images } = services
  const drawing = new Turns({ atATime: 1, waiting: limits.uploads.waiting })
  const uploads = new Turns(limits.uploads)

  /** Who may add an image to a board. */
  async function uploaderOf(
    request: FastifyRequest,
    boardId: BoardId,
    role: Capacity,
  ): Promise<Visitor> {
    const visitor = await boardVisitorOf(services, request, boardId, role)
    if (visitor.access !== 'write') throw new RequestRefusedError('may-not-write')
    if (!allowsImages(visitor.session)) throw new RequestRefusedError('images-not-allowed')
    return visitor
  }

  /** Not a byte of a photo is read before it is its turn: until then it waits with the sender. */
  async function waitForTurn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const address = BoardAddress.safeParse(request.params)
    const query = InCapacity.safeParse(request.query)
    // What is wrong with an address is said when it is checked.
    if (!address.success || !query.success) return
    const uploader = await uploaderOf(request, address.data.boardId, query.data.as)
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const end = await uploads.begin(askerOf(uploader), gone.signal)
    if (gone.signal.aborted) end()
    else reply.raw.once('close', end)
  }

  // Whatever a browser calls it: the bytes decide whether it is an image.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  server.setErrorHandler<Error & { code: string }>((error, request, reply) =>
    error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
      ? refuseWith(reply, 'image-too-large')
      : answerWithProblem(error, request, reply),
  )

  server.post(
    '/api/boards/:boardId/images',
    {
      bodyLimit: MAXIMUM_BYTES,
      onRequest: waitForTurn,
      schema: {
        summary: 'Stores an image for a board',
        description:
          'The body is the image itself: JPEG, PNG, WebP, GIF, HEIF or TIFF, up to 10 MB.',
        params: BoardAddress,
        querystring: InCapacity,
        response: { 200: AssetAnswer, ...refusals },
      },
    },
    async (request) => {
      const visitor = await uploaderOf(request, request.params.boardId, request.query.as)
      const { session } = visitor
      const body = Buffer.isBuffer(request.body) ? request.body : new Uint8Array()
      const { person } = askerOf(visitor)
      await refuseWhenFull(services, session.id, person)
      const outcome = await drawing.take(askerOf(visitor), () => reEncode(body))
      if (!outcome.ok) throw new RequestRefusedError(outcome.refusal)
      const { bytes, mimeType, width, height } = outcome.value
      if (!(await storage.images.has(session.id, bytes, mimeType))) {
        await refuseWhenFull(services, session.id, person, bytes.length)
      }
      const name = await storage.images.add(session.id, bytes, mimeType, person)
      await images.hold(session.id, name, request.params.boardId)
      return { src: addressOf(session.id, name), width, height, mimeType, size: bytes.length }
    },
  )

  server.get(
    '/api/assets/:sessionId/:name',
    {
      // A board shows all its photos at once.
      config: { timesUsual: 10 },
      schema: {
        summary: 'Gives an image, to who may read a board that holds it',
        params: z.object({ sessionId: z.string().max(64), name: z.string().max(100) }),
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId, name } = request.params
      const device = deviceOf(request)
      const grants = device === undefined ? [] : await storage.grants.ofDevice(device)
      const actors = grants
        .filter((grant) => grant.sessionId === sessionId)
        .flatMap((grant) => actorOf(grant) ?? [])
      const session = actors.length === 0 ? undefined : await services.desk.open(sessionId)
      if (session === undefined) throw new RequestRefusedError('not-allowed')
      const asset = await storage.images.read(sessionId, name)
      const isThere = asset !== undefined && !isPhotoTakenAway(session, addressOf(sessionId, name))
      // An image of a board that is not open to them is one that is not there.
      if (!isThere || !(await images.mayRead(session, actors, name))) {
        throw new RequestRefusedError('no-such-asset')
      }
      return reply
        .header('cache-control', 'private, max-age=31536000, immutable')
        .type(asset.mimeType)
        .send(asset.bytes)
    },
  )
}

/** @throws {RequestRefusedError} When there is no room on the disk for so many bytes more. */
async function refuseWhenFull(
  { storage, limits, config }: Services,
  sessionId: SessionId,
  person: string,
  more = 1,
): Promise<void> {
  const used = await storage.assets.sizes(sessionId, person)
  if (used.person + more > limits.imageBytes.person)
    throw new RequestRefusedError('own-images-full')
  if (used.session + more > limits.imageBytes.session) {
    throw new RequestRefusedError('session-images-full')
  }
  if (used.all + more > config.imagesMb * 1024 * 1024) throw new RequestRefusedError('images-full')
}
