import { limitMs } from '../../../live/requests/ask.ts'
import { limitedFetch } from '../../../live/requests/limited-fetch.ts'
import type { Chapter } from './content/content.ts'
import type { Pictures } from './paper/draw-on-page.ts'

/** The longest side of a picture on paper, in pixels: sharp on a page, and small enough to send. */
const LONGEST_SIDE = 1400
const QUALITY = 0.85

/** Fetches the pictures in drawings as JPEG. What does not come is left out: its words stand there. */
export async function fetchPictures(chapters: readonly Chapter[]): Promise<Pictures> {
  const found = new Map<string, ArrayBuffer>()
  for (const address of new Set(addressesIn(chapters))) {
    // One after the other: a photo takes much memory while it is drawn.
    // oxlint-disable-next-line no-await-in-loop
    const file = await fileOf(address).catch(() => undefined)
    if (file !== undefined) found.set(address, file)
  }
  return found
}

function addressesIn(chapters: readonly Chapter[]): readonly string[] {
  return chapters
    .flatMap(({ steps }) => steps.flatMap(({ fields }) => fields.flatMap(({ blocks }) => blocks)))
    .flatMap((block) => (block.kind === 'drawing' ? block.drawing.shapes : []))
    .flatMap((shape) => (shape.kind === 'picture' ? shape.src : []))
}

async function fileOf(address: string): Promise<ArrayBuffer | undefined> {
  const request = { credentials: 'same-origin', limitMs: limitMs.long } as const
  const file = await limitedFetch(address, request, async (response) =>
    response.ok ? response.blob() : undefined,
  )
  if (file === undefined) return undefined
  const drawn = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(drawn.width, drawn.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(drawn.width * scale))
  canvas.height = Math.max(1, Math.round(drawn.height * scale))
  const pen = canvas.getContext('2d')
  if (pen !== null) {
    // What one can look through lies on paper.
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(drawn, 0, 0, canvas.width, canvas.height)
  }
  drawn.close()
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY)
  })
  // Safari keeps the memory of a canvas until it is empty.
  canvas.width = 0
  return blob?.arrayBuffer()
}
