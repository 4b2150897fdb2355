import { ExchangeBody, GrantAnswer, MyGrants } from '@stip/api'
import type { PersonId, SessionId } from '@stip/primitives'
import { z } from 'zod'
import { RequestRefusedError } from '../errors.ts'
import { deviceOf, knownDevice, trierOf } from '../identity/devices.ts'
import type { SessionDesk } from '../sessions/session-desk.ts'
import type { Routes } from './schemas.ts'
import { refusals, SessionAddress } from './schemas.ts'

/** What this device may be: shown, won with the secret of a link, and given up. */
export const grantRoutes: Routes = async (server, { services }) => {
  const { desk, storage, secrets, config, rooms, feeds, wrongCodes } = services

  server.get(
    '/api/me',
    {
      schema: {
        summary: 'Lists what this device is, in which sessions',
        response: { 200: MyGrants, ...refusals },
      },
    },
    async (request) => {
      const device = deviceOf(request)
      const grants = device === undefined ? [] : storage.grants.ofDevice(device)
      return {
        grants: grants.flatMap(({ sessionId, role }) => {
          const session = desk.find(sessionId)
          if (session === undefined) return []
          return [
            {
              sessionId,
              title: session.course.title,
              role,
              ended: session.course.endedAt !== undefined,
            },
          ]
        }),
      }
    },
  )

  server.post(
    '/api/sessions/:sessionId/grants',
    {
      schema: {
        summary: 'Exchanges the secret of a link for a grant of this device',
        params: SessionAddress,
        body: ExchangeBody,
        response: { 200: GrantAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const { role, secret } = request.body
      const trier = trierOf(request)
      if (wrongCodes.isStopped(trier)) throw new RequestRefusedError('too-many-tries')
      const version = storage.entries.linkVersion(sessionId, role)
      const isRight = secrets.isRight(sessionId, role, version, secret)
      if (!isRight || desk.find(sessionId) === undefined) {
        throw new RequestRefusedError(wrongCodes.count(trier) ? 'too-many-tries' : 'link-not-valid')
      }
      const deviceHash = knownDevice(request, reply, config)
      storage.grants.add({ deviceHash, sessionId, role, personId: undefined }, version)
      return { role }
    },
  )

  server.delete(
    '/api/sessions/:sessionId/grants/participant',
    {
      schema: {
        summary: 'Lets another person take part on this device',
        params: SessionAddress,
        response: { 204: z.undefined(), ...refusals },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params
      const deviceHash = deviceOf(request)
      if (deviceHash !== undefined) {
        const grant = { deviceHash, sessionId, role: 'participant' } as const
        const personId = storage.grants.find(deviceHash, sessionId, 'participant')?.personId
        storage.grants.remove(grant)
        rooms.withdraw(grant)
        feeds.withdraw(grant)
        if (personId !== undefined) await noteLeft(desk, sessionId, personId)
      }
      return reply.code(204).send()
    },
  )
}

/** Whatever waits for somebody need not wait for them any more. */
function noteLeft(desk: SessionDesk, sessionId: SessionId, personId: PersonId): Promise<void> {
  return desk.inTurn(sessionId, async () => {
    const session = desk.find(sessionId)
    if (session === undefined) return
    const noted = desk.note(session, { type: 'note-device-left', personId })
    if (noted.events.length > 0) await desk.commit(noted)
  })
}
