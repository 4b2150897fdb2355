import { createRecord } from '@stip/documents'
import { expect } from 'vitest'
import { aNote } from './a-note.ts'
import { aServer, aSessionInGroups } from './a-server.ts'
import type { TestServer } from './a-server.ts'
import { BoardClient } from './board-client.ts'
import { eventually } from './eventually.ts'

/** A hoofdpunt of every group on the vision, and one sentence there. */
export async function aMergedEvening(onServer?: TestServer) {
  const server = onServer ?? (await aServer())
  const { session, inGroups, visionId } = await aSessionInGroups(server)
  for (const { device, boardId, group } of inGroups) {
    const board = new BoardClient(device.socket(`/sync/${boardId}?as=participant`))
    // oxlint-disable-next-line no-await-in-loop
    await board.synced
    board.writeKeyCard(`punt-${group.letter}`, `Punt van ${group.letter}`)
    // oxlint-disable-next-line no-await-in-loop
    await eventually(async () => {
      const path = `/api/boards/${boardId}/export.json?as=participant`
      expect(await (await device.ask(path)).text()).toContain(`punt-${group.letter}`)
    })
  }
  const { steps } = await session.view()
  await session.command({
    type: 'go-to-step',
    position: steps.findIndex(({ kind }) => kind === 'merge'),
  })
  await session.command({ type: 'merge' })
  const board = new BoardClient(session.facilitator.socket(`/sync/${visionId}?as=facilitator`))
  await board.synced
  const writeIn = (zone: string, id: string, words: string): void => {
    const place = board.records.find(({ record }) => record.id === zone)?.record
    const { x, y } = place as unknown as { readonly x: number; readonly y: number }
    createRecord(board.doc, { ...aNote(id, words), x: x + 40, y: y + 120 })
  }
  writeIn('shape:step-samenvoegen-visie', 'zin', 'Elke buurt een gezicht')
  await eventually(async () => {
    const path = `/api/boards/${visionId}/export.json?as=facilitator`
    expect(await (await session.facilitator.ask(path)).text()).toContain('Elke buurt')
  })
  const cards = board.records
    .filter(({ record, sources }) => record.type === 'note' && sources.length > 0)
    .map(({ record }) => record.id)
    .toSorted()
  return { server, session, inGroups, cards, vision: { writeIn } }
}
