import type { ClientCommand, SessionView } from '@stip/api'
import { below, seededRandom } from '@stip/primitives'
import { expect, it } from 'vitest'
import { aServer, aSession } from '../test/a-server.ts'
import { archiveFrom, contentOf, openArchive, readZip } from '../test/an-archive.ts'
import { BoardClient } from '../test/board-client.ts'

const STEPS = 14

it.each([1, 2, 3, 4])(
  '[AR6] whatever happened in an evening, its archive opened elsewhere makes the same archive (%i)',
  async (seed) => {
    const random = seededRandom(seed)
    const server = await aServer()
    const session = await aSession(server, 2)
    const people = [await session.newParticipant('Anna'), await session.newParticipant('Bram')]
    const view = (): Promise<SessionView> => session.view()
    const pick = <Item>(items: readonly Item[]): Item | undefined =>
      items[below(random, items.length)]
    for (let turn = 0; turn < STEPS; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      const { sessionRevision: seenRevision, boards, groups, people: all = [] } = await view()
      const board = pick(boards)
      const on = below(random, 2) === 0
      const commands: readonly ClientCommand[] = [
        { type: 'mix-groups' },
        { type: 'go-to-step', position: below(random, 20) - 1 },
        { type: 'go-to-step', position: 4 + below(random, 10) },
        { type: 'show-names', on },
        { type: 'merge' },
        { type: 'undo-merge' },
        { type: 'rename-group', groupId: pick(groups)?.id ?? '', name: `Brug ${turn}` },
        { type: 'remove-person', personId: pick(all)?.id ?? '' },
        { type: 'open-private-board', members: [people[0]?.personId ?? ''] },
        { type: 'take-away', boardId: board?.id ?? '', recordId: 'shape:n1', reason: 'Privé' },
      ] as const
      const command = pick(commands)
      const body = { key: `turn-${turn}`, seenRevision, command }
      const path = `/api/sessions/${session.id}/commands?as=facilitator`
      const headers = { 'content-type': 'application/json' }
      // Refused or not: both happen.
      // oxlint-disable-next-line no-await-in-loop
      await session.facilitator.ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
      const { device } = pick(people) ?? {}
      if (device === undefined || board === undefined) continue
      const client = new BoardClient(device.socket(`/sync/${board.id}?as=participant`))
      // oxlint-disable-next-line no-await-in-loop
      await Promise.race([client.synced, client.closed])
      client.writeKeyCard(`shape:n${turn}`, `Briefje ${turn}`)
      server.pass(60_000 * below(random, 12))
      // oxlint-disable-next-line no-await-in-loop
      await device.ask(`/api/boards/${board.id}/moments?as=participant`)
    }
    await session.command({ type: 'end-session' })
    const zip = await archiveFrom(session.facilitator, session.id)
    expect(readZip(zip).manifest.files.length).toBeGreaterThan(10)
    const other = await aServer({}, undefined, {}, Date.UTC(2027, 0, 1))
    const device = other.newDevice()
    await openArchive(device, zip)
    expect(contentOf(await archiveFrom(device, session.id))).toEqual(contentOf(zip))
    // A start of that server later too.
    const later = await other.restart()
    const again = later.newDevice()
    again.cookie = device.cookie
    expect(contentOf(await archiveFrom(again, session.id))).toEqual(contentOf(zip))
  },
)
