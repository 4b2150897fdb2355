import { inflateSync } from 'node:zlib'

const [WOFF, HEADER, ENTRY] = [0x774f4646, 44, 20] as const

/**
 * The TrueType that is packed in a WOFF: the same tables, unpacked.
 *
 * @throws {Error} When it is no WOFF.
 */
export function trueTypeOf(file: Uint8Array): Uint8Array {
  const woff = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (woff.length < HEADER || woff.readUInt32BE(0) !== WOFF) throw new Error('This is no WOFF.')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, place) => {
    const entry = HEADER + place * ENTRY
    const [start, packed, size] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at))
    if (start === undefined || packed === undefined || size === undefined) throw new Error()
    const bytes = woff.subarray(start, start + packed)
    return {
      tag: woff.subarray(entry, entry + 4),
      sum: woff.readUInt32BE(entry + 16),
      bytes: packed < size ? inflateSync(bytes) : bytes,
    }
  })
  const head = Buffer.alloc(12 + count * 16)
  const power = Math.floor(Math.log2(count))
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  const numbers = [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)]
  for (const [place, number] of numbers.entries()) head.writeUInt16BE(number, 4 + 2 * place)
  let at = head.length
  const bodies = tables.map(({ tag, sum, bytes }, place) => {
    const entry = 12 + place * 16
    tag.copy(head, entry)
    for (const [word, number] of [sum, at, bytes.length].entries()) {
      head.writeUInt32BE(number, entry + 4 + 4 * word)
    }
    // Every table begins at a multiple of four.
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
    at += padded.length
    return padded
  })
  return Buffer.concat([head, ...bodies])
}
