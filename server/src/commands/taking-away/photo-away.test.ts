import type { AssetAnswer } from '@stip/api'
import { createRecord } from '@stip/documents'
import { anAsset, anImage } from '@stip/documents/examples'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { aRemark, bytesOf } from '../../test/a-remark.ts'
import { eventually } from '../../test/eventually.ts'

it('[K28] a photo goes with all that shows it, out of files, and is given to nobody until it is put back', async () => {
  const evening = await aRemark()
  const { session, board, boardId, watching, person } = evening
  await session.command({ type: 'allow-images', on: true })
  const photo = sharp({ create: { width: 20, height: 20, channels: 3, background: '#0B5FA5' } })
  const answer = await person.ask(`/api/boards/${boardId}/images?as=participant`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array(await photo.png().toBuffer()),
  })
  const { src, mimeType } = (await answer.json()) as AssetAnswer
  const asset = anAsset('portrait', src)
  const props = { ...asset.props, name: 'Kerkstraat.png', mimeType }
  board.doc.transact(() => {
    createRecord(board.doc, { ...asset, props })
    createRecord(board.doc, anAsset('again', src))
    createRecord(board.doc, anImage('first', 'portrait'))
    createRecord(board.doc, anImage('second', 'again'))
  })
  const images = ['asset:again', 'asset:portrait', 'shape:first', 'shape:second']
  const seen = (): readonly string[] =>
    watching.records.flatMap(({ record: { id }, isGone }) =>
      images.includes(id) && !isGone ? [id] : [],
    )
  await eventually(() => expect(seen()).toEqual(images))
  // What is taken away next says which words are meant.
  await evening.takeAway()
  const id = await evening.takeAway('shape:first')
  await eventually(() => expect(seen()).toEqual([]))
  const name = src.split('/').at(-1) ?? ''
  const later = bytesOf(await evening.lead(boardId))
  expect(later).not.toContain(name)
  expect(later).not.toContain('Kerkstraat')
  expect((await person.ask(src)).status).toBe(404)
  for (const file of ['export.json', 'export.tldr']) {
    // oxlint-disable-next-line no-await-in-loop
    const text = await (await person.ask(`/api/boards/${boardId}/${file}?as=participant`)).text()
    expect(text).not.toContain(name)
    expect(text).not.toContain('Kerkstraat')
  }
  await session.command({ type: 'put-back', id })
  await eventually(() => expect(seen()).toEqual(images))
  expect((await person.ask(src)).status).toBe(200)
})
