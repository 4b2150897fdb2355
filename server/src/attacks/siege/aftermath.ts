import type { SessionView } from '@stip/api'
import { checkRecord, createRecord, liveRecords, readBoard } from '@stip/documents'
import { aNote } from '../../test/a-note.ts'
import type { Device } from '../../test/device.ts'
import { Line } from '../line.ts'
import { within } from './scene.ts'
import type { Scene } from './scene.ts'

/** Nobody honest is refused for longer than this, in ms. */
const LONGEST_REFUSAL_MS = 1_000
const AGAIN_MS = 100

/**
 * What became of an attacked board: it exports, merges and opens, and whoever is honest gets in
 * and works on. Gives what is wrong, in words; nothing when all is well.
 */
export async function problemsAfter(scene: Scene): Promise<readonly string[]> {
  const problems: string[] = []
  const look = async (what: string, attempt: () => Promise<unknown>): Promise<void> => {
    const problem = await refusedFor(attempt)
    if (problem !== undefined) problems.push(`${what}: ${problem}`)
  }
  // One after the other: they are the same person's.
  await look('coming in', () => scene.newPerson())
  await look('opening and writing', () => writeAndSee(scene))
  for (const format of ['json', 'csv', 'tldr']) {
    const address = `/api/boards/${scene.boardId}/export.${format}?as=facilitator`
    // oxlint-disable-next-line no-await-in-loop
    await look(`export.${format}`, () => fetched(scene.facilitator, address))
  }
  await look('history', () =>
    fetched(scene.facilitator, `/api/boards/${scene.boardId}/moments?as=facilitator`),
  )
  await look('merge', () => scene.command({ type: 'merge' }))
  await look('the view', () =>
    scene.facilitator.get<SessionView>(`/api/sessions/${scene.sessionId}?as=facilitator`),
  )
  return problems
}

/** Tries for as long as honest people may be refused; gives why it failed last. */
async function refusedFor(attempt: () => Promise<unknown>): Promise<string | undefined> {
  const startedAt = performance.now()
  for (;;) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      await within(attempt())
      return undefined
    } catch (error) {
      if (performance.now() - startedAt > LONGEST_REFUSAL_MS) return String(error).slice(0, 300)
    }
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

/** Somebody else comes to the board, sees only what is valid, and puts a note on it. */
async function writeAndSee(scene: Scene): Promise<void> {
  const address = `/sync/${scene.boardId}?as=facilitator`
  const [writer, reader] = await Promise.all([
    Line.to(scene.facilitator.socket(`${address}&stip=1`)),
    Line.to(scene.facilitator.socket(address)),
  ])
  try {
    const { store } = reader.doc
    if (store.pendingStructs !== null || store.pendingDs !== null) throw new Error('structs wait')
    for (const { record } of readBoard(reader.doc)) {
      const checked = checkRecord(record)
      if (!checked.ok) throw new Error(`${record.id} is invalid: ${checked.refusal}`)
    }
    liveRecords(reader.doc)
    const name = `honest-${crypto.randomUUID()}`
    writer.write((doc) => createRecord(doc, aNote(name, 'Een bank')))
    const isSeen = (): boolean =>
      writer.refused !== undefined || reader.doc.getMap('records').has(`shape:${name}`)
    await Promise.race([writer.until(isSeen), reader.until(isSeen)])
    if (writer.refused !== undefined) throw new Error(writer.refused.reason)
  } finally {
    writer.leave()
    reader.leave()
  }
}

async function fetched(device: Device, address: string): Promise<void> {
  const answer = await device.ask(address)
  const { length } = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status}`)
  if (length === 0) throw new Error('an empty answer')
}
