import { JoinAnswer, JoinBody, LookUpCodeAnswer, LookUpCodeBody } from '@stip/api'
import type { PersonId } from '@stip/primitives'
import type { Session } from '@stip/workshop'
import { RequestRefusedError } from '../../errors.ts'
import { deviceOf, knownDevice, trierOf } from '../../identity/devices.ts'
import { sessionOfCode } from '../../identity/join-codes.ts'
import { peopleGone } from '../../sessions/arrivals.ts'
import type { Routes } from '../schemas.ts'
import { refusals } from '../schemas.ts'

interface Known {
  readonly personId?: PersonId | undefined
  readonly screenId?: PersonId | undefined
}

/** Lets people in with a code. */
export const joinRoutes: Routes = async (server, { services }) => {
  const { desk, storage, newId, config, rooms, feeds } = services

  /** What this device already is in a session: a person, or the screen of a group. */
  async function knownOn(deviceHash: Uint8Array | undefined, session: Session): Promise<Known> {
    const grant = deviceHash && (await storage.grants.find(deviceHash, session.id, 'participant'))
    const id = grant?.personId
    const isScreen = session.people.all.find((person) => person.id === id)?.isScreen === true
    return isScreen ? { screenId: id } : { personId: id }
  }

  /** Who was taken off the list and comes in again is there again. */
  async function welcomeBack(session: Session, personId: PersonId): Promise<void> {
    const command = { type: 'come-back', personId } as const
    const back = desk.decide(session, { actor: 'participant', command })
    if (back.ok) await desk.commit(back.value)
  }

  server.post(
    '/api/join/look-up',
    {
      config: { needsNoKey: true },
      schema: {
        summary: 'Tells which session a code opens',
        body: LookUpCodeBody,
        response: { 200: LookUpCodeAnswer, ...refusals },
      },
    },
    async (request) => {
      const session = await sessionOfCode(services, request.body.code, trierOf(request))
      const known = await knownOn(deviceOf(request), session)
      return {
        sessionId: session.id,
        title: session.course.title,
        backgrounds: session.steps.agenda.backgrounds.map(({ id, name }) => ({ id, name })),
        alreadyIn: known.personId !== undefined,
      }
    },
  )

  server.post(
    '/api/join',
    {
      // With room for a whole hall in a minute; see [J14].
      config: { timesUsual: 1 / 4 },
      schema: {
        summary: 'Takes part in a session; a device that is in already stays who it is',
        body: JoinBody,
        response: { 200: JoinAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { code, name, background } = request.body
      const { id: sessionId } = await sessionOfCode(services, code, trierOf(request))
      const deviceHash = knownDevice(request, reply, config)
      if (request.newCookie !== undefined) storage.grants.begins(deviceHash)
      return desk.inTurn(sessionId, async () => {
        const session = desk.find(sessionId)
        if (session === undefined) throw new RequestRefusedError('code-unknown')
        const known = await knownOn(deviceHash, session)
        if (known.personId !== undefined) {
          await welcomeBack(session, known.personId)
          return { sessionId, personId: known.personId }
        }
        const personId = newId()
        const newcomer = { personId, name, background, screenId: known.screenId }
        const command = { type: 'join', ...newcomer } as const
        const joined = desk.decide(session, { actor: 'newcomer', command })
        if (!joined.ok) throw new RequestRefusedError(joined.refusal)
        const answer = { sessionId, personId }
        const grant = { deviceHash, sessionId, role: 'participant', personId } as const
        await desk.commit(joined.value, [
          { kind: 'grants-of-people-taken', people: peopleGone(joined.value.events) },
          { kind: 'grant-given', grant, linkVersion: 0 },
          ...request.answered(200, answer),
        ])
        if (known.screenId !== undefined) {
          // What is open on it is open as the screen.
          rooms.withdraw(grant)
          feeds.withdraw(grant)
        }
        return answer
      })
    },
  )
}
