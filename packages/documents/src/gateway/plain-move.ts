import * as Y from 'yjs'
import { COORDINATE_LIMIT } from '../schema/coordinates.ts'
import { CREATED, recordMaps } from '../schema/layout.ts'
import { ByteReader, NotPlainError } from './structs/byte-reader.ts'
import { createdKind } from './check-creation.ts'
import { isTemplateRecord } from './structs/containers.ts'
import { itemOf, parentOf, stateOf, structsBetween, structAt } from './structs/yjs-internals.ts'

/** Most shapes that are moved together on the short way. */
const MOST_STRUCTS = 64
/** Former places that are looked through; each shape that is moved drops one. */
const MOST_FORMER = 256
/** Most bytes of a move: 64 shapes of 40. */
const MOST_BYTES = 4096
/** Newer places of a shape that somebody else gave it meanwhile; Yjs passes them all by. */
const MOST_NEWER = 16

/**
 * Recognises by its bytes what nearly every update is: one client that gives shapes a new place on
 * the page and drops their former places. Gives that client, or undefined for all else, sound or
 * not: then the update has to be read in full.
 *
 * Yjs makes a dozen objects of such an update before one can look at it; this makes none.
 */
export function moverOf(document: Y.Doc, update: Uint8Array): number | undefined {
  if (update.length > MOST_BYTES) return undefined
  try {
    const reader = new ByteReader(update)
    reader.expect(1)
    const count = reader.number()
    const client = reader.number()
    const clock = reader.number()
    if (count < 1 || count > MOST_STRUCTS || clock !== stateOf(document, client)) return undefined
    for (let left = count; left > 0; left--) readMove(document, reader)
    readFormerPlaces(document, reader)
    return reader.isAtEnd ? client : undefined
  } catch (error) {
    if (error instanceof NotPlainError) return undefined
    throw error
  }
}

/** An item right of another one, with one value of any kind. */
const NEXT_VALUE = 0x80 | 8
const HAS_KEY = 0x20
const LIST = 117

function readMove(document: Y.Doc, reader: ByteReader): void {
  // Yjs sets the bit for the key also where the key follows from the item on the left.
  if ((reader.byte() & ~HAS_KEY) !== NEXT_VALUE) throw new NotPlainError()
  const [client, clock] = [reader.number(), reader.number()]
  if (clock >= stateOf(document, client)) throw new NotPlainError()
  const former = structAt(document, client, clock)
  expectPlace(document, former)
  expectNewest(former)
  reader.expect(1)
  reader.expect(LIST)
  reader.expect(2)
  readCoordinate(reader)
  readCoordinate(reader)
}

/** Few have moved it meanwhile; and the end of what was merged is where the next one stands. */
function expectNewest(struct: unknown): void {
  let newer = struct instanceof Y.Item ? struct.right : null
  for (let left = MOST_NEWER; newer !== null; newer = newer.right) {
    if (left-- === 0) throw new NotPlainError()
  }
}

function readCoordinate(reader: ByteReader): void {
  // Also turns away what is no number at all.
  if (!(Math.abs(reader.anyNumber()) <= COORDINATE_LIMIT)) throw new NotPlainError()
}

/** The struct holds, or held, the place of a shape that everybody may move. */
function expectPlace(document: Y.Doc, struct: unknown): void {
  if (!(struct instanceof Y.Item) || struct.parentSub !== 'xy') throw new NotPlainError()
  const map = parentOf(struct)
  const entry = itemOf(map)
  if (!(map instanceof Y.Map) || entry === null || entry.deleted) throw new NotPlainError()
  if (parentOf(entry) !== recordMaps(document) || isTemplateRecord(map)) throw new NotPlainError()
  if (createdKind(map.get(CREATED))?.typeName !== 'shape') throw new NotPlainError()
}

function readFormerPlaces(document: Y.Doc, reader: ByteReader): void {
  let left = MOST_FORMER
  for (let clients = reader.number(); clients > 0; clients--) {
    const client = reader.number()
    for (let ranges = reader.number(); ranges > 0; ranges--) {
      const [clock, length] = [reader.number(), reader.number()]
      const end = clock + length
      if (length < 1 || end > stateOf(document, client)) throw new NotPlainError()
      for (const struct of structsBetween(document, client, clock, end)) {
        if (left-- === 0) throw new NotPlainError()
        expectPlace(document, struct)
      }
    }
  }
}
