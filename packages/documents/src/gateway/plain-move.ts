import * as Y from 'yjs'
import { COORDINATE_LIMIT } from '../coordinates.ts'
import { CREATED, recordMaps } from '../layout.ts'
import { ByteReader, NotPlainError } from './byte-reader.ts'
import { createdKind } from './check-creation.ts'
import { isTemplateRecord } from './containers.ts'
import { itemOf, parentOf, stateOf, structsBetween, structAt } from './yjs-internals.ts'

/** Most shapes that are moved together on the short way. */
const MOST_STRUCTS = 64
/** Longest range of former places that is looked through. */
const LONGEST_RANGE = 1000

/**
 * Recognises by its bytes what nearly every update is: one client that gives shapes a new place on
 * the page and drops their former places. Gives that client, or undefined for all else, sound or
 * not: then the update has to be read in full.
 *
 * Yjs makes a dozen objects of such an update before one can look at it; this makes none.
 */
export function moverOf(document: Y.Doc, update: Uint8Array): number | undefined {
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
  expectPlace(document, structAt(document, client, clock))
  reader.expect(1)
  reader.expect(LIST)
  reader.expect(2)
  readCoordinate(reader)
  readCoordinate(reader)
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
  for (let clients = reader.number(); clients > 0; clients--) {
    const client = reader.number()
    for (let ranges = reader.number(); ranges > 0; ranges--) {
      const [clock, length] = [reader.number(), reader.number()]
      const end = clock + length
      const isKnown = length >= 1 && length <= LONGEST_RANGE && end <= stateOf(document, client)
      if (!isKnown) throw new NotPlainError()
      for (const struct of structsBetween(document, client, clock, end)) {
        expectPlace(document, struct)
      }
    }
  }
}
