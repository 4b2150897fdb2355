import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../storage/database/database.ts'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import type { TestServer } from '../../test/a-server.ts'

describe('a merge that a crash cut off', () => {
  it('[K7] is finished at the next start when it reached the board', async () => {
    const server = await aServer()
    const { session } = await aSessionInGroups(server)
    await session.command({ type: 'merge' })
    await server.app.close()
    tamper(server, (database) => {
      // As if the power went between the vision board and the session.
      database.exec("UPDATE merges SET state = 'planned'")
      database.exec("DELETE FROM session_events WHERE type = 'boards-merged'")
    })
    const view = await viewAfterRestart(server, session.facilitator.cookie, session.id)
    expect(view.merge).toMatchObject({ count: 1, canUndo: true })
  })

  it('[K16] is brought to its end when it only reached the boards beside each other', async () => {
    const server = await aServer()
    const { session } = await aSessionInGroups(server)
    await session.command({ type: 'merge' })
    await server.app.close()
    tamper(server, (database) => {
      database.exec("UPDATE merges SET state = 'planned', packed = NULL, applied = '[]'")
      database.exec("DELETE FROM session_events WHERE type = 'boards-merged'")
    })
    const view = await viewAfterRestart(server, session.facilitator.cookie, session.id)
    expect(view.merge).toMatchObject({ count: 1, canUndo: true })
  })

  it('[K7] is forgotten when it did not', async () => {
    const server = await aServer()
    const { session } = await aSessionInGroups(server)
    await session.command({ type: 'merge' })
    await session.command({ type: 'undo-merge' })
    await server.app.close()
    const never = JSON.stringify([{ id: 'shape:never', after: {}, sourcesBefore: [] }])
    tamper(server, (database) => {
      // As text, which earlier Stips kept.
      const merge = "UPDATE merges SET state = 'planned', packed = NULL, beside = NULL, applied = ?"
      database.prepare(merge).run(never)
    })
    const view = await viewAfterRestart(server, session.facilitator.cookie, session.id)
    expect(view.merge).toMatchObject({ count: 0, canUndo: false })
  })
})

function tamper({ dataDir }: TestServer, change: (database: DatabaseSync) => void): void {
  const database = openDatabase(join(dataDir, 'stip.sqlite'))
  change(database)
  database.close()
}

async function viewAfterRestart(
  server: TestServer,
  cookie: string | undefined,
  sessionId: string,
): Promise<SessionView> {
  const device = (await server.restart()).newDevice()
  device.cookie = cookie
  return device.get(`/api/sessions/${sessionId}?as=facilitator`)
}
