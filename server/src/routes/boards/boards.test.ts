import type { AssetAnswer } from '@stip/api'
import { createRecord } from '@stip/documents'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import { BoardClient } from '../../test/board-client.ts'
import { eventually } from '../../test/eventually.ts'

describe('a board that is taken home', () => {
  it('is a tldraw file that stands alone, images included', async () => {
    const { anna, board } = await aBoardWithAPicture()
    const path = `/api/boards/${anna.boardId}/export.tldr?as=participant`
    const answer = await anna.device.ask(path)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Visie-Sterrenveld-groep-${anna.group.letter}.tldr"`,
    )
    const file = (await answer.json()) as { records: { id: string; props?: { src?: string } }[] }
    const asset = file.records.find(({ id }) => id === 'asset:photo')
    expect(asset?.props?.src).toMatch(/^data:image\/webp;base64,/)
    for (const id of board.notes) expect(file.records.map((record) => record.id)).toContain(id)
  })

  it('[I6] is a table of notes, for a spreadsheet', async () => {
    const { anna } = await aBoardWithAPicture()
    const path = `/api/boards/${anna.boardId}/export.csv?as=participant`
    const answer = await anna.device.ask(path)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain('.csv"')
    const [mark, ...bytes] = new Uint8Array(await answer.arrayBuffer())
    expect(mark).toBe(0xef)
    const table = new TextDecoder().decode(Uint8Array.of(0xef, ...bytes))
    expect(table).toContain('Een bank bij de vijver;geel;')
  })

  it('is JSON with words and sources', async () => {
    const { anna } = await aBoardWithAPicture()
    const path = `/api/boards/${anna.boardId}/export.json?as=participant`
    const { format, records } = await anna.device.get<{
      format: string
      records: { id: string; text: string; sources: unknown[] }[]
    }>(path)
    expect(format).toBe('stip-board')
    expect(records.find(({ id }) => id === 'shape:idea')).toMatchObject({
      text: 'Een bank bij de vijver',
      sources: [],
    })
  })
})

async function aBoardWithAPicture() {
  const server = await aServer()
  const { session, inGroups } = await aSessionInGroups(server)
  const [anna] = inGroups
  if (anna === undefined) throw new Error('There are three groups.')
  await session.command({ type: 'allow-images', on: true })
  const color = { width: 8, height: 8, channels: 3, background: '#C8400A' } as const
  const image = await sharp({ create: color }).png().toBuffer()
  const uploaded = await anna.device.ask(`/api/boards/${anna.boardId}/images?as=participant`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array(image),
  })
  const { src, mimeType, size } = (await uploaded.json()) as AssetAnswer
  const board = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
  const watching = new BoardClient(
    session.facilitator.socket(`/sync/${anna.boardId}?as=facilitator`),
  )
  await Promise.all([board.synced, watching.synced])
  board.write('idea', 'Een bank bij de vijver')
  board.doc.transact(() =>
    createRecord(board.doc, {
      id: 'asset:photo',
      typeName: 'asset',
      type: 'image',
      props: { w: 8, h: 8, name: 'foto', isAnimated: false, mimeType, src, fileSize: size },
      meta: {},
    }),
  )
  await eventually(() =>
    expect(watching.records.map(({ record }) => record.id)).toContain('asset:photo'),
  )
  return { anna, board }
}
