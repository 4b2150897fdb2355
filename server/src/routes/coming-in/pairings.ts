import { ClaimScreenBody, GrantAnswer, OpenScreenAnswer, ScreenAnswer, ScreenBody } from '@stip/api'
import type { GroupId, SessionId } from '@stip/primitives'
import { RequestRefusedError } from '../../errors.ts'
import { knownDevice, trierOf } from '../../identity/devices.ts'
import { networkOf } from '../../identity/failure-limit.ts'
import { inOwnTurn, visitorOf, whoIs } from '../../identity/grants.ts'
import type { Visitor } from '../../identity/grants.ts'
import type { Services } from '../../services.ts'
import type { Routes } from '../schemas.ts'
import { AsFacilitator, refusals, SessionAddress } from '../schemas.ts'

/** Screens without a keyboard: they show a code, and the facilitator says what they are. */
export const pairingRoutes: Routes = async (server, { services }) => {
  const { pairings, config, wrongScreenCodes } = services

  server.post(
    '/api/screens',
    {
      config: { needsNoKey: true, timesUsual: 1 / 10 },
      schema: {
        summary: 'Lets a screen wait, with a code to show',
        response: { 200: OpenScreenAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const opened = pairings.open(knownDevice(request, reply, config), networkOf(request.ip))
      if (opened === undefined) throw new RequestRefusedError('busy')
      void reply.header('cache-control', 'no-store')
      return opened
    },
  )

  server.post(
    '/api/screens/ask',
    {
      config: { needsNoKey: true },
      schema: {
        summary: 'Tells a screen that waits what it is',
        body: ScreenBody,
        response: { 200: ScreenAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const found = pairings.ask(request.body.secret)
      if (found === undefined) throw new RequestRefusedError('no-such-screen')
      void reply.header('cache-control', 'no-store')
      return found.kind === 'waiting' ? found : { kind: found.kind, ...found.place }
    },
  )

  server.post(
    '/api/sessions/:sessionId/screens',
    {
      schema: {
        summary: 'Makes the screen that shows a code the wall, or the screen of a group',
        params: SessionAddress,
        querystring: AsFacilitator,
        body: ClaimScreenBody,
        response: { 200: GrantAnswer, ...refusals },
      },
    },
    async (request) => {
      const visitor = await visitorOf(services, request, request.params.sessionId, 'facilitator')
      const { session } = visitor
      const trier = { ...trierOf(request), session: session.id }
      const { code, groupId } = request.body
      const deviceHash = pairings.deviceOf(code)
      if (wrongScreenCodes.isStopped(trier)) throw new RequestRefusedError('too-many-tries')
      if (deviceHash === undefined) {
        const isTooOften = wrongScreenCodes.count(trier)
        throw new RequestRefusedError(isTooOften ? 'too-many-tries' : 'screen-code-unknown')
      }
      await inOwnTurn(services, visitor.grant, () =>
        groupId === undefined
          ? makeWall(services, session.id, deviceHash)
          : makeGroupScreen(services, visitor, groupId, deviceHash),
      )
      const role = groupId === undefined ? ('wall' as const) : ('participant' as const)
      pairings.claim(code, { sessionId: session.id, role })
      return { role } as const
    },
  )
}

async function makeWall(
  { storage }: Services,
  sessionId: SessionId,
  deviceHash: Uint8Array,
): Promise<void> {
  const version = await storage.entries.linkVersion(sessionId, 'wall')
  await storage.grants.add({ deviceHash, sessionId, role: 'wall', personId: undefined }, version)
}

async function makeGroupScreen(
  { desk, storage, newId }: Services,
  facilitator: Visitor,
  groupId: GroupId,
  deviceHash: Uint8Array,
): Promise<void> {
  const { id: sessionId } = facilitator.session
  const session = desk.find(sessionId)
  if (session === undefined) throw new RequestRefusedError('not-allowed')
  const known = await storage.grants.find(deviceHash, sessionId, 'participant')
  const personId = known?.personId ?? newId()
  const command = { type: 'join-as-screen', personId, groupId } as const
  const joined = desk.decide(session, { actor: 'facilitator', who: whoIs(facilitator), command })
  if (!joined.ok) throw new RequestRefusedError(joined.refusal)
  const grant = { deviceHash, sessionId, role: 'participant', personId } as const
  await desk.commit(joined.value, [{ kind: 'grant-given', grant, linkVersion: 0 }])
}
