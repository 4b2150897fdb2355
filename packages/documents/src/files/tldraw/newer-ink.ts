import type { Json, JsonObject } from '@stip/primitives'

/** A point as tldraw 3 keeps it; z is the pressure of the pen. */
interface InkPoint {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** The pressure where none was measured. */
const NO_PRESSURE = 0.5

/**
 * A stretch of ink of tldraw 4.3 and later with its points written out, as tldraw 3 has it. There
 * were three forms, all little-endian in base64: `path` with the first point as three numbers of
 * 32 bits and each following as three differences of 16 bits; since 5.2 with `dim: 2` the same
 * without pressure; and for a short time `points`, with three numbers of 16 bits for every point.
 *
 * @param scale - What later versions multiply the points by (`scaleX`, `scaleY`).
 * @returns The segment as it was when it has no such form.
 */
export function writtenOut(segment: Json, scale: { readonly x: number; readonly y: number }): Json {
  if (typeof segment !== 'object' || segment === null || Array.isArray(segment)) return segment
  const { path, dim, points, ...rest } = segment as JsonObject
  const found =
    typeof path === 'string'
      ? differences(bytesOf(path), dim === 2 ? 2 : 3)
      : typeof points === 'string'
        ? wholePoints(bytesOf(points))
        : points
  if (!Array.isArray(found)) return segment
  const scaled = (found as readonly (InkPoint | JsonObject)[]).map((point) => ({
    ...point,
    x: Number(point.x) * scale.x,
    y: Number(point.y) * scale.y,
  }))
  return { ...rest, points: scaled as unknown as Json }
}

/** Base64 that is broken gives no bytes: a stroke without points, which is left out. */
function bytesOf(base64: string): DataView {
  try {
    return new DataView(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer)
  } catch {
    // Other letters than base64 has.
    return new DataView(new ArrayBuffer(0))
  }
}

function differences(bytes: DataView, dimensions: 2 | 3): readonly InkPoint[] {
  const [first, step] = [dimensions * 4, dimensions * 2]
  if (bytes.byteLength < first) return []
  let x = bytes.getFloat32(0, true)
  let y = bytes.getFloat32(4, true)
  let z = dimensions === 3 ? bytes.getFloat32(8, true) : NO_PRESSURE
  const points = [{ x, y, z }]
  for (let at = first; at + step <= bytes.byteLength; at += step) {
    x += half(bytes, at)
    y += half(bytes, at + 2)
    if (dimensions === 3) z += half(bytes, at + 4)
    points.push({ x, y, z })
  }
  return points
}

function wholePoints(bytes: DataView): readonly InkPoint[] {
  const points: InkPoint[] = []
  for (let at = 0; at + 6 <= bytes.byteLength; at += 6) {
    points.push({ x: half(bytes, at), y: half(bytes, at + 2), z: half(bytes, at + 4) })
  }
  return points
}

/** A number of 16 bits (IEEE 754 binary16), which not every browser reads by itself. */
function half(bytes: DataView, at: number): number {
  const bits = bytes.getUint16(at, true)
  const sign = bits >> 15 === 0 ? 1 : -1
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023]
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024)
}
