import type { BoardId, GroupId, RecordId } from '@stip/primitives'

/**
 * Ids on the vision follow from where a record came from, so two merges at the same moment make
 * the same records instead of doubles. Different sources always give different ids.
 */
export function copyId(board: BoardId, record: RecordId): RecordId {
  const [prefix, name] = cut(record)
  return `${prefix}:${fitting(`from.${escaped(board)}.${name}`)}`
}

/** The id of what is drawn, in the drawing of its group. A card that lies in a drawing is there and has a copy. */
export function partId(board: BoardId, record: RecordId): RecordId {
  const [prefix, name] = cut(record)
  return `${prefix}:${fitting(`in.${escaped(board)}.${name}`)}`
}

/** The id of a copy with which a zone is filled, on the board of the original. */
export function fillId(zone: RecordId, record: RecordId): RecordId {
  return `${filled}${fitting(`${escaped(cut(zone)[1])}.${cut(record)[1]}`)}`
}

/** Whether something is a copy with which a zone was filled. */
export function isFillId(id: RecordId): boolean {
  return id.startsWith(filled)
}

const filled = 'shape:fill.'

/** The id of the frame in which the drawing of a group stands. */
export function drawingId(board: BoardId, zone: RecordId): RecordId {
  return `shape:${fitting(`drawing.${escaped(board)}.${cut(zone)[1]}`)}`
}

/** The id of the title that stands on the vision for a zone of a group board. */
export function labelId(board: BoardId, zone: RecordId): RecordId {
  return `shape:${fitting(`label.${escaped(board)}.${cut(zone)[1]}`)}`
}

/** The id of a lane; a group has more than one when its board grew wider than its first lane. */
export function laneId(group: GroupId, number: number): RecordId {
  return number === 1 ? `shape:lane.${escaped(group)}` : `shape:lane.${escaped(group)}.${number}`
}

/** Index keys below everything people make: tldraw itself starts at 'a0' and never gets this low. */
export function laneIndex(ordinal: number): string {
  return `G${ordinal.toString(10).padStart(20, '0')}`
}

/** Above lanes, below everything people make. */
export function labelIndex(ordinal: number): string {
  return `H${ordinal.toString(10).padStart(19, '0')}`
}

function cut(record: RecordId): readonly [prefix: string, name: string] {
  const colon = record.indexOf(':')
  return [record.slice(0, colon), record.slice(colon + 1)]
}

// A dot inside the name of a board could make two sources look alike.
function escaped(name: string): string {
  return /[%.]/.test(name) ? name.replaceAll('%', '%25').replaceAll('.', '%2E') : name
}

/** A board takes names of at most this many characters. */
const longestName = 200

// Only a client of somebody else's making gives names this long; 64 bits keep theirs apart.
function fitting(name: string): string {
  if (name.length <= longestName) return name
  return `${name.slice(0, 180)}%${mixed(name, 0x811c9dc5)}${mixed(name, 0x01000193)}`
}

/** FNV-1a with another start: 32 bits, as eight hexadecimal digits. */
function mixed(text: string, start: number): string {
  let hash = start
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
