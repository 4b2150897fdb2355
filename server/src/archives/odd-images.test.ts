import { paths } from '@stip/report/archive'
import { sha256 } from '@stip/report/hash'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { expect, it } from 'vitest'
import { reEncode } from '../images/re-encode.ts'
import { aMergedEvening } from '../test/a-merged-evening.ts'
import { aServer, aSession } from '../test/a-server.ts'
import { archiveFrom, remade, sendArchive, withImage } from '../test/an-archive.ts'
import { refused } from '../test/device.ts'

const blue = { width: 60, height: 40, channels: 3, background: 'blue' } as const
const seen = { ...blue, channels: 4, background: { r: 0, g: 0, b: 255, alpha: 0.5 } } as const

it('[AR11] an image in an archive is one as Stip keeps it, or none of the archive is opened', async () => {
  const session = await aSession(await aServer())
  await session.command({ type: 'end-session' })
  const zip = await archiveFrom(session.facilitator, session.id)
  const server = await aServer()
  const outcome = async (bytes: Uint8Array, ending = 'webp'): Promise<number | string> => {
    const answer = await sendArchive(server.newDevice(), withImage(zip, bytes, ending))
    return answer.status === 201 ? 201 : (await refused(answer)).code
  }
  const create = (): Sharp => sharp({ create: blue })
  const place = { IFD0: { Copyright: 'Iemand' }, IFD3: { GPSLatitude: '52/1 0/1 0/1' } }
  const plain = await create().webp().toBuffer()
  const tagged = await create().withExif(place).webp().toBuffer()
  const odd: Readonly<Record<string, readonly [Uint8Array, ending?: string]>> = {
    'with where it was taken': [tagged],
    'with a profile of colours': [await create().withIccProfile('p3').webp().toBuffer()],
    'with words behind it': [Buffer.concat([plain, Buffer.from('Iemand')])],
    'with words in it': [withChunk(plain, 'NOTE', Buffer.from('Iemand, Dorpsstraat 1'))],
    'that is cut off': [plain.subarray(0, plain.length / 2)],
    'that only begins as one': [Buffer.from('RIFF\u0004\u0000\u0000\u0000WEBP')],
    'that cannot be drawn': [brokenIn(plain)],
    'that is larger than a board needs': [
      await sharp({ create: { ...blue, width: 4097 } })
        .webp()
        .toBuffer(),
    ],
    'of another kind': [await create().png().toBuffer(), 'png'],
    'of a camera': [await create().jpeg().withExif(place).toBuffer(), 'jpg'],
    'that moves': [await movingPicture()],
  }
  for (const [what, [bytes, ending]] of Object.entries(odd)) {
    // oxlint-disable-next-line no-await-in-loop
    expect([what, await outcome(bytes, ending)]).toEqual([what, 'archive-damaged'])
  }
  const good = sharp({ create: seen })
  const kept = [
    await reEncode(tagged),
    await reEncode(await create().jpeg().withExif(place).toBuffer()),
    await reEncode(await good.png().toBuffer()),
  ]
  for (const image of kept) {
    if (!image.ok) throw new Error(image.refusal)
    const one = withImage(zip, image.value.bytes, 'webp')
    // oxlint-disable-next-line no-await-in-loop
    const elsewhere = await aServer()
    // oxlint-disable-next-line no-await-in-loop
    expect((await sendArchive(elsewhere.newDevice(), one)).status).toBe(201)
  }
})

it('[AR11] so is a picture of a version', async () => {
  const { session } = await aMergedEvening()
  await session.command({ type: 'save-version' })
  await session.command({ type: 'end-session' })
  const zip = await archiveFrom(session.facilitator, session.id)
  const told = await sharp({ create: blue })
    .png()
    .withExif({ IFD0: { Copyright: 'Iemand' } })
    .toBuffer()
  const forged = remade(zip, (files) => {
    const old = [...files.keys()].find((path) => path.startsWith('stip/pictures/')) ?? ''
    const before = old.slice('stip/pictures/'.length, -'.png'.length)
    const after = sha256(told)
    files.delete(old)
    files.set(paths.picture(after), told)
    const content = String(files.get(paths.version('1')))
    const next = content.replaceAll(before, after)
    expect(next).not.toBe(content)
    files.set(paths.version('1'), Buffer.from(next))
    for (const path of [paths.session, paths.history, paths.events]) {
      const words = String(files.get(path)).replaceAll(sha256(content), sha256(next))
      files.set(path, Buffer.from(words))
    }
  })
  const device = (await aServer()).newDevice()
  const { code } = await refused(await sendArchive(device, forged))
  expect(code).toBe('archive-damaged')
  expect((await sendArchive(device, zip)).status).toBe(201)
})

/** A piece of its own at the end of a WebP. */
function withChunk(webp: Buffer, name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  const padding = Buffer.alloc(data.length % 2)
  const longer = Buffer.concat([webp, Buffer.from(name), length, data, padding])
  longer.writeUInt32LE(longer.length - 8, 4)
  return longer
}

/** The same with noise where the picture is. */
function brokenIn(webp: Buffer): Buffer {
  const broken = Buffer.from(webp)
  broken.fill(0xff, 20)
  return broken
}

async function movingPicture(): Promise<Buffer> {
  const frames = ['red', 'blue'].map((background) => sharp({ create: { ...blue, background } }))
  const drawn = await Promise.all(frames.map((frame) => frame.png().toBuffer()))
  return sharp(drawn, { join: { animated: true } })
    .webp()
    .toBuffer()
}
