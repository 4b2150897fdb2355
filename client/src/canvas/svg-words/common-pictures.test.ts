// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commonPictures } from './common-pictures.ts'

/** jsdom draws nothing: what is asked of the browser is written down here. */
const decode = vi.fn<(blob: Blob) => Promise<unknown>>()

beforeEach(() => {
  decode.mockReset().mockResolvedValue({ width: 4, height: 3, close: () => {} })
  vi.stubGlobal('createImageBitmap', decode)
  const canvas = HTMLCanvasElement.prototype
  vi.spyOn(canvas, 'getContext').mockReturnValue({ drawImage: () => {} } as never)
  vi.spyOn(canvas, 'toBlob').mockImplementation((done, type = '') =>
    done(new Blob(['drawn'], { type })),
  )
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('[I54] a picture in a drawing', () => {
  it('is a JPEG when it is a photo, and a PNG when it may be one to look through', async () => {
    expect(await addressesOf(webp('VP8 '))).toEqual([`data:image/jpeg;base64,${btoa('drawn')}`])
    for (const kind of ['VP8L', 'VP8X']) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await addressesOf(webp(kind))).toEqual([`data:image/png;base64,${btoa('drawn')}`])
    }
    expect(await addressesOf('data:image/avif;base64,AA')).toEqual([
      expect.stringMatching(/^data:image\/png;/),
    ])
  })

  it('is written once, however many times it lies there', async () => {
    const [first, second] = await addressesOf(webp('VP8 '), webp('VP8 '))
    expect(second).toBe(first)
    expect(decode).toHaveBeenCalledTimes(1)
  })

  it('stays as it is when every reader knows it, or when nothing can be made of it', async () => {
    const common = ['png', 'jpeg', 'gif'].map((kind) => `data:image/${kind};base64,AA`)
    expect(await addressesOf(...common)).toEqual(common)
    expect(decode).not.toHaveBeenCalled()
    decode.mockRejectedValue(new Error('No picture.'))
    const broken = [webp('VP8 '), 'data:image/webp,plain', 'data:image/webp;base64,*']
    expect(await addressesOf(...broken)).toEqual(broken)
  })
})

function webp(kind: string): string {
  return `data:image/webp;base64,${btoa(`RIFF\n\u0000\r\u00FFWEBP${kind}rest`)}`
}

async function addressesOf(...addresses: readonly string[]): Promise<(string | null)[]> {
  const images = addresses.map((address) => `<image href="${address}"/>`).join('')
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${images}</svg>`
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  await commonPictures(root)
  return Array.from(root.children, (image) => image.getAttribute('href'))
}
