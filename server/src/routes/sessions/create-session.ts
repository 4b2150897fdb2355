import { CreateSessionAnswer, CreateSessionBody } from '@stip/api'
import { agendaOf } from '@stip/formats'
import { visibleText } from '@stip/primitives'
import { createSession, newGroups } from '@stip/workshop'
import type { SessionBoard } from '@stip/workshop'
import { RequestRefusedError } from '../../errors.ts'
import { knownDevice } from '../../identity/devices.ts'
import { freeJoinCode } from '../../identity/join-codes.ts'
import type { Routes } from '../schemas.ts'
import { refusals } from '../schemas.ts'

/** Begins sessions. Whoever begins one is its facilitator. */
export const createSessionRoutes: Routes = async (server, { services }) => {
  const { desk, storage, newId, now, config } = services

  server.post(
    '/api/sessions',
    {
      config: { timesUsual: 1 / 10 },
      schema: {
        summary: 'Starts a session; this device becomes its facilitator',
        body: CreateSessionBody,
        response: { 201: CreateSessionAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { format, title, groupCount } = request.body
      if (visibleText(title) === '') throw new RequestRefusedError('text-missing')
      const agenda = agendaOf(format)
      if (agenda === undefined) throw new RequestRefusedError('no-such-format')
      const deviceHash = knownDevice(request, reply, config)
      const groups = newGroups(agenda, groupCount, newId)
      const boards: SessionBoard[] = [
        { id: newId(), kind: 'plenary', groupId: undefined },
        ...groups.map(({ id }) => ({ id: newId(), kind: 'group' as const, groupId: id })),
        { id: newId(), kind: 'vision', groupId: undefined },
        { id: newId(), kind: 'side-by-side', groupId: undefined },
      ]
      const id = newId()
      const session = createSession({ id, title, agenda, groups, boards, now: now() })
      const grant = {
        deviceHash,
        sessionId: id,
        role: 'facilitator',
        personId: undefined,
      } as const
      const linkVersion = await storage.entries.linkVersion(id, 'facilitator')
      await desk.create(session, [
        { kind: 'grant-given', grant, linkVersion },
        { kind: 'code-given', ...(await freeJoinCode(services)) },
        ...request.answered(201, { sessionId: id }),
      ])
      return reply.code(201).send({ sessionId: id })
    },
  )
}
