import { randomBytes } from 'node:crypto'
import { agendaOf } from '@stip/formats'
import { idFromBytes } from '@stip/primitives'
import type { BoardId } from '@stip/primitives'
import { createSession, decide, newGroups } from '@stip/workshop'
import type { Session, SessionBoard } from '@stip/workshop'
import { SqliteSessionLog } from '../../storage/sessions/sqlite-session-log.ts'
import { storesOf } from '../../storage/stores/stores.ts'
import type { TableStores } from '../../storage/stores/stores.ts'
import { openTables } from '../../storage/tables/open-tables.ts'

/** What a moment of a full board takes, compressed. */
const MOMENT_BYTES = 160_000
const PEOPLE = 10

interface Wanted {
  readonly sessions: number
  /** Of moments, in megabytes. */
  readonly mb: number
}

/** Fills a data folder as years of evenings would. */
export async function fillFolder(folder: string, { sessions, mb }: Wanted): Promise<void> {
  const tables = await openTables(folder)
  try {
    const stores = storesOf(async (call) => tables.answer(call))
    const boards: BoardId[] = []
    for (let number = 0; number < sessions; number++) {
      // oxlint-disable-next-line no-await-in-loop
      boards.push(...(await addSession(stores)))
    }
    for (let number = 0; number < (mb * 1_000_000) / MOMENT_BYTES; number++) {
      // oxlint-disable-next-line no-await-in-loop
      await addMoment(stores, boards[number % boards.length] ?? '')
    }
  } finally {
    tables.close()
  }
}

async function addSession(stores: TableStores): Promise<readonly BoardId[]> {
  const log = new SqliteSessionLog(stores.sessions)
  let session = aSession()
  const code = idFromBytes(randomBytes(8)).toUpperCase()
  await log.create(session, [{ kind: 'code-given', code, expiresAt: 1 }])
  for (let person = 0; person < PEOPLE; person++) {
    const personId = newId()
    const command = { type: 'join', personId, name: 'Noor', background: 'resident' } as const
    const around = { now: Date.now(), random: Math.random, newId }
    const joined = decide(session, { actor: 'newcomer', command }, around)
    if (!joined.ok) throw new Error(joined.refusal)
    session = joined.value.session
    const deviceHash = randomBytes(32)
    const grant = { deviceHash, sessionId: session.id, role: 'participant', personId } as const
    // oxlint-disable-next-line no-await-in-loop
    await log.append(joined.value, [{ kind: 'grant-given', grant, linkVersion: 0 }])
  }
  return session.boards.map(({ id }) => id)
}

async function addMoment({ moments }: TableStores, boardId: BoardId): Promise<void> {
  await moments.add(boardId, {
    at: Date.now(),
    reason: { kind: 'minutes' },
    isNamed: true,
    digest: randomBytes(32),
    clocks: randomBytes(40),
    records: randomBytes(MOMENT_BYTES),
  })
}

function aSession(): Session {
  const agenda = agendaOf('bijeenkomst-1-visie')
  if (agenda === undefined) throw new Error('This format is part of Stip.')
  const groups = newGroups(agenda, 4, newId)
  const boards: SessionBoard[] = [
    { id: newId(), kind: 'plenary', groupId: undefined },
    ...groups.map(({ id }) => ({ id: newId(), kind: 'group' as const, groupId: id })),
    { id: newId(), kind: 'vision', groupId: undefined },
    { id: newId(), kind: 'side-by-side', groupId: undefined },
  ]
  return createSession({ id: newId(), title: 'Visie', agenda, groups, boards, now: Date.now() })
}

function newId(): string {
  return idFromBytes(randomBytes(16))
}
