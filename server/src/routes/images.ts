import { AssetAnswer } from '@stip/api'
import { refuse } from '@stip/primitives'
import { allowsImages } from '@stip/workshop'
import { z } from 'zod'
import { RequestRefusedError } from '../errors.ts'
import { deviceOf } from '../identity/devices.ts'
import { boardVisitorOf } from '../identity/grants.ts'
import { reEncode } from '../images/re-encode.ts'
import type { EncodeOutcome } from '../images/re-encode.ts'
import { answerWithProblem, refuseWith } from '../plugins/problems.ts'
import type { Routes } from './schemas.ts'
import { AsRole, BoardAddress, refusals } from './schemas.ts'

const MAXIMUM_BYTES = 10 * 1024 * 1024

/** Takes in images for boards, and shows them to whoever is in the session. */
export const imageRoutes: Routes = async (server, { services }) => {
  const { storage } = services

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
      config: { timesUsual: 1 / 5 },
      schema: {
        summary: 'Stores an image for a board',
        description:
          'The body is the image itself: JPEG, PNG, WebP, GIF, HEIF or TIFF, up to 10 MB.',
        params: BoardAddress,
        querystring: AsRole,
        response: { 200: AssetAnswer, ...refusals },
      },
    },
    async (request) => {
      const { boardId } = request.params
      const { session, access } = boardVisitorOf(services, request, boardId, request.query.as)
      if (access !== 'write') throw new RequestRefusedError('may-not-write')
      if (!allowsImages(session)) throw new RequestRefusedError('images-not-allowed')
      const outcome: EncodeOutcome = Buffer.isBuffer(request.body)
        ? await reEncode(request.body)
        : refuse('not-an-image')
      if (!outcome.ok) throw new RequestRefusedError(outcome.refusal)
      const { bytes, mimeType, width, height } = outcome.value
      const name = await storage.assets.add(session.id, bytes, mimeType)
      const src = `/api/assets/${session.id}/${name}`
      return { src, width, height, mimeType, size: bytes.length }
    },
  )

  server.get(
    '/api/assets/:sessionId/:name',
    {
      // A board shows all its photos at once.
      config: { timesUsual: 10 },
      schema: {
        summary: 'Gives an image, to whoever has a grant in its session',
        params: z.object({ sessionId: z.string().max(64), name: z.string().max(100) }),
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId, name } = request.params
      const device = deviceOf(request)
      const grants = device === undefined ? [] : storage.grants.ofDevice(device)
      if (!grants.some((grant) => grant.sessionId === sessionId)) {
        throw new RequestRefusedError('not-allowed')
      }
      const asset = await storage.assets.read(sessionId, name)
      if (asset === undefined) throw new RequestRefusedError('no-such-asset')
      return reply
        .header('cache-control', 'private, max-age=31536000, immutable')
        .type(asset.mimeType)
        .send(asset.bytes)
    },
  )
}
