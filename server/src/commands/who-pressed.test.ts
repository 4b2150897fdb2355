import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { keptEvent } from '../storage/sessions/session-rows.ts'
import { eventRow, eventsFrom } from '../storage/tables/session-table.ts'
import { withLink } from '../test/an-evening-of-roles.ts'
import { aServer, aSession } from '../test/a-server.ts'
import type { TestServer } from '../test/a-server.ts'
import type { Device } from '../test/device.ts'

it('[P21] [S30] two facilitators are told apart in what happened, and not by their device', async () => {
  const server = await aServer()
  const [session, other] = [await aSession(server), await aSession(server)]
  const { personId } = await session.newParticipant('Anna')
  const second = await withLink(server, session, 'facilitator')
  await session.facilitator.post(at(session.id), names(true, 'one'))
  await second.post(at(session.id), names(false, 'two'))
  await second.post(at(session.id), names(true, 'three'))
  await other.facilitator.post(at(other.id), names(true, 'four'))
  const pressed = whoPressed(server, session.id)
  const [first, ...later] = pressed.filter(({ type }) => type === 'names-shown')
  expect(first?.who).toMatch(/^\w{8}$/)
  expect(new Set(later.map(({ who }) => who)).size).toBe(1)
  expect(later[0]?.who).not.toBe(first?.who)
  expect(pressed.find(({ type }) => type === 'person-joined')?.who).toBeUndefined()
  expect(JSON.stringify(pressed)).not.toContain(personId)
  const cookies: readonly Device[] = [session.facilitator, second]
  for (const { cookie } of cookies) expect(JSON.stringify(pressed)).not.toContain(cookie)
})

function at(sessionId: string): string {
  return `/api/sessions/${sessionId}/commands?as=facilitator`
}

function names(on: boolean, key: string) {
  return { key: `who-pressed-${key}`, seenRevision: 1e9, command: { type: 'show-names', on } }
}

function whoPressed({ dataDir }: TestServer, sessionId: string) {
  const database = new DatabaseSync(join(dataDir, 'stip.sqlite'), { readOnly: true })
  try {
    const rows = database.prepare(eventsFrom).all(sessionId, 0)
    const events = rows.map(eventRow).map(keptEvent)
    return events.map(({ who, event: { type } }) => ({ type, who }))
  } finally {
    database.close()
  }
}
