import { FileHelpers } from 'tldraw'

/** Kinds of pictures that every reader of drawings knows. */
const COMMON = /^data:image\/(?:png|jpe?g|gif)[;,]/i
const BASE64 = /^data:(image\/[^;,]+);base64,/i
/** How a WebP file begins that is a photo: it lost details already, and hides nothing behind it. */
const PHOTO = /^RIFF.{4}WEBPVP8 /s
/** High enough that nobody sees that a photo was written twice. */
const QUALITY = 0.92

/**
 * Writes pictures as PNG or JPEG that are something else: the server keeps photos as WebP, which
 * librsvg and Inkscape do not draw. What cannot be read stays as it is.
 */
export async function commonPictures(root: Element): Promise<void> {
  /** The same picture can lie on a board many times. */
  const known = new Map<string, string>()
  for (const image of root.querySelectorAll('image[href^="data:"]')) {
    const address = image.getAttribute('href') ?? ''
    // One after the other: a photo takes much memory while it is drawn.
    // oxlint-disable-next-line no-await-in-loop
    const common = known.get(address) ?? (await asCommon(address))
    known.set(address, common)
    image.setAttribute('href', common)
  }
}

async function asCommon(address: string): Promise<string> {
  const [start = '', type = ''] = BASE64.exec(address) ?? []
  if (start === '' || COMMON.test(address)) return address
  try {
    const content = atob(address.slice(start.length))
    const bytes = Uint8Array.from(content, (byte) => byte.codePointAt(0) ?? 0)
    const drawn = await createImageBitmap(new Blob([bytes], { type }))
    // Only PNG keeps what one can look through, and the sharp edges of a drawing.
    return await written(drawn, PHOTO.test(content) ? 'image/jpeg' : 'image/png')
  } catch {
    return address
  }
}

async function written(drawn: ImageBitmap, type: 'image/jpeg' | 'image/png'): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = drawn.width
  canvas.height = drawn.height
  canvas.getContext('2d')?.drawImage(drawn, 0, 0)
  drawn.close()
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, QUALITY)
  })
  // Safari keeps the memory of a canvas until it is empty.
  canvas.width = 0
  if (blob === null) throw new Error('The picture is too large to write.')
  return FileHelpers.blobToDataUrl(blob)
}
