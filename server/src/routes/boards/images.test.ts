import type { AssetAnswer } from '@stip/api'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { ServerLimits } from '../../limits.ts'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import { refused } from '../../test/device.ts'
import type { Device } from '../../test/device.ts'

describe('an image', () => {
  it('[Q5] is drawn anew: upright, smaller, without where it was taken', async () => {
    const { anna } = await aGroupMember()
    const photo = await sharp({
      create: { width: 6000, height: 300, channels: 3, background: '#0B5FA5' },
    })
      .withExif({ IFD0: { Artist: 'Anna' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const answer = await upload(anna, photo)
    const asset = (await answer.json()) as AssetAnswer
    expect(asset).toMatchObject({ width: 205, height: 4096, mimeType: 'image/webp' })
    const shown = await anna.device.ask(asset.src)
    expect(shown.headers.get('cache-control')).toContain('immutable')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    const stored = await sharp(Buffer.from(await shown.arrayBuffer())).metadata()
    expect(stored.format).toBe('webp')
    expect(stored.exif).toBeUndefined()
    expect(stored.orientation).toBeUndefined()
  })

  it.each([
    ['a drawing that may carry scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a text', Buffer.from('{"hello":"world"}')],
    ['half a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['nothing', Buffer.alloc(0)],
  ])('[Q4] is not %s', async (_what, bytes) => {
    const { anna } = await aGroupMember()
    for (const type of ['image/png', 'image/svg+xml', 'application/json']) {
      // oxlint-disable-next-line no-await-in-loop
      const problem = await refused(await upload(anna, bytes, type))
      expect(problem).toMatchObject({ status: 415, code: 'not-an-image' })
    }
  })

  it('[Q4] is at most 10 MB', async () => {
    const { anna } = await aGroupMember()
    const problem = await refused(await upload(anna, Buffer.alloc(10 * 1024 * 1024 + 1)))
    expect(problem).toMatchObject({ status: 413, code: 'image-too-large' })
  })

  it('[S19] is refused until the facilitator allows it, and again after that', async () => {
    const { session, anna } = await aGroupMember({ allowed: false })
    const image = await aDot()
    const refusal = { status: 403, code: 'images-not-allowed' }
    expect(await refused(await upload(anna, image))).toMatchObject(refusal)
    expect((await session.view(anna.device, 'participant')).imagesAllowed).toBe(false)
    await session.command({ type: 'allow-images', on: true })
    expect((await upload(anna, image)).status).toBe(200)
    await session.command({ type: 'allow-images', on: false })
    expect(await refused(await upload(anna, image))).toMatchObject(refusal)
  })

  it('[Q4] has at most 50 megapixel', async () => {
    const { anna } = await aGroupMember()
    const wide = await sharp({
      create: { width: 10_001, height: 5000, channels: 3, background: '#0B5FA5' },
    })
      .png()
      .toBuffer()
    const problem = await refused(await upload(anna, wide, 'image/png'))
    expect(problem).toMatchObject({ status: 413, code: 'image-too-many-pixels' })
  })

  it('[P12] is added by who may write the board, and shown to who is in the session', async () => {
    const { server, anna, plenaryId } = await aGroupMember()
    const image = await aDot()
    const elsewhere = await upload({ ...anna, boardId: plenaryId }, image)
    expect(await refused(elsewhere)).toMatchObject({ status: 403, code: 'may-not-write' })
    const { src } = (await (await upload(anna, image)).json()) as AssetAnswer
    expect(await server.newDevice().getRefused(src)).toMatchObject({ status: 403 })
    const missing = src.replace(/[^/]+$/, '..%2f..%2fserver.key')
    expect(await anna.device.getRefused(missing)).toMatchObject({ code: 'no-such-asset' })
  })

  it('[X34] fits as long as there is room for this person and this session, and nobody else notices', async () => {
    const [red, blue] = [await aDot('red'), await aDot('blue')]
    const { size } = (await (await upload((await aGroupMember()).anna, red)).json()) as AssetAnswer
    const imageBytes = { person: size, session: size * 2 }
    const { anna, bram, cato } = await aGroupMember({ limits: { imageBytes } })
    expect((await upload(anna, red)).status).toBe(200)
    const own = { status: 409, code: 'own-images-full' }
    expect(await refused(await upload(anna, blue))).toMatchObject(own)
    expect((await upload(bram, blue)).status).toBe(200)
    const full = { status: 409, code: 'session-images-full' }
    expect(await refused(await upload(cato, await aDot('green')))).toMatchObject(full)
  })

  it('[X34] leaves the disk as large as the operator said, over a restart too', async () => {
    const { server, anna } = await aGroupMember({ settings: { STIP_IMAGES_MB: '1' } })
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    const large = await sharp({
      create: { width: 900, height: 900, channels: 3, background: 'white', noise },
    })
      .png()
      .toBuffer()
    const full = { status: 507, code: 'images-full' }
    expect(await refused(await upload(anna, large, 'image/png'))).toMatchObject(full)
    expect((await upload(anna, await aDot())).status).toBe(200)
    const next = await server.restart()
    const device = next.newDevice()
    device.cookie = anna.device.cookie
    const again = { ...anna, device }
    expect(await refused(await upload(again, large, 'image/png'))).toMatchObject(full)
    expect((await upload(again, await aDot())).status).toBe(200)
  })

  it('[X34] waits with its sender while two of the same person are read; others go on', async () => {
    const limits = { uploads: { atATime: 8, each: 1, waiting: 2 } }
    const { anna, bram } = await aGroupMember({ limits })
    const half = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(new Uint8Array(10)),
    })
    const stop = new AbortController()
    const slow = anna.device
      .ask(`/api/boards/${anna.boardId}/images?as=participant`, {
        method: 'POST',
        headers: { 'content-type': 'image/png' },
        body: half,
        duplex: 'half',
        signal: stop.signal,
      } as RequestInit)
      .catch(() => 'stopped')
    const image = await aDot()
    const more = [0, 1, 2, 3].map(() => upload(anna, image))
    const busy = await refused(await Promise.race(more))
    expect(busy).toMatchObject({ status: 503, code: 'busy' })
    expect((await upload(bram, image)).status).toBe(200)
    stop.abort()
    expect(await slow).toBe('stopped')
    const statuses = (await Promise.all(more)).map(({ status }) => status)
    expect(statuses.toSorted((one, two) => one - two)).toEqual([200, 200, 503, 503])
  })
})

interface Setting {
  readonly allowed?: boolean
  readonly settings?: Record<string, string>
  readonly limits?: Partial<ServerLimits>
}

async function aGroupMember({ allowed = true, settings, limits }: Setting = {}) {
  const server = await aServer(settings, undefined, limits)
  const { session, inGroups, plenaryId } = await aSessionInGroups(server)
  const [anna, bram, cato] = inGroups
  if (anna === undefined || bram === undefined || cato === undefined) {
    throw new Error('There are three groups.')
  }
  if (allowed) await session.command({ type: 'allow-images', on: true })
  return { server, session, anna, bram, cato, plenaryId }
}

function upload(
  { device, boardId }: { device: Device; boardId: string },
  bytes: Buffer,
  type = 'image/jpeg',
): Promise<Response> {
  return device.ask(`/api/boards/${boardId}/images?as=participant`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(bytes),
  })
}

function aDot(background = '#C8400A'): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer()
}
