/** The parts of a picture that are drawn, by the kind of file; with these alone nothing is said beside it. */
const drawn = {
  webp: new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']),
  png: new Set(['IHDR', 'PLTE', 'tRNS', 'pHYs', 'IDAT', 'IEND']),
} as const

/** How Stip keeps pictures: photos and drawings of people, and what it drew itself. */
export type KindOfPicture = keyof typeof drawn

const PNG_BEGINS = Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1')
/** Bytes of the name and the length of a part. */
const HEAD = 8
/** Bytes of the sum behind a part of a PNG. */
const SUM = 4

/**
 * Whether bytes are a picture and nothing beside it, by the list of its parts: no place and no camera, no words, no
 * profile, no second frame, and nothing behind the end. What a part holds is not looked at.
 */
export function isBarePicture(bytes: Uint8Array, kind: KindOfPicture): boolean {
  const parts = kind === 'webp' ? partsOfWebp(bytes) : partsOfPng(bytes)
  return parts.length > 0 && parts.every((name) => drawn[kind].has(name))
}

/** The names of the parts; none when bytes are no WebP from begin to end. */
function partsOfWebp(bytes: Uint8Array): readonly string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isWebp = at(view, 0) === 'RIFF' && at(view, 8) === 'WEBP'
  if (!isWebp || view.readUInt32LE(4) !== view.length - HEAD) return []
  const parts: string[] = []
  let next = 12
  while (next + HEAD <= view.length) {
    parts.push(at(view, next))
    const length = view.readUInt32LE(next + 4)
    // A part of an odd length has a byte behind it.
    next += HEAD + length + (length % 2)
  }
  return next === view.length ? parts : []
}

/** The names of the parts; none when bytes are no PNG from begin to end. */
function partsOfPng(bytes: Uint8Array): readonly string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!view.subarray(0, PNG_BEGINS.length).equals(PNG_BEGINS)) return []
  const parts: string[] = []
  let next = PNG_BEGINS.length
  while (next + HEAD + SUM <= view.length) {
    parts.push(at(view, next + 4))
    next += HEAD + view.readUInt32BE(next) + SUM
  }
  return next === view.length && parts.indexOf('IEND') === parts.length - 1 ? parts : []
}

function at(view: Buffer, place: number): string {
  return view.toString('latin1', place, place + 4)
}
