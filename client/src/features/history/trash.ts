import { wordsOn } from '@stip/board'
import type { StoredRecord } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import { nlHistory } from '../../texts/console/nl-history.ts'

/** Something that was deleted. */
export interface TrashItem {
  readonly id: RecordId
  readonly kind: string
  /** '' for what has no words. */
  readonly words: string
}

const { kinds } = nlHistory.trash
const order = ['note', 'text', 'geo', 'frame', 'image', 'arrow', 'line', 'draw', 'highlight']

/**
 * What was deleted on a board and can be brought back: words first, by the alphabet. Not by time,
 * because that would tell the order of writing. What a merge or its undo hid was not deleted by
 * anybody, and comes back by itself.
 */
export function trashOf(board: readonly StoredRecord[]): readonly TrashItem[] {
  return board
    .filter(({ record, isGone, isTemplate, base, isTakenAway = false }) => {
      if (isTakenAway) return false
      const isMade = record.typeName === 'shape' && record.type !== 'group'
      return isGone && isMade && !isTemplate && base?.['@state'] !== 'hidden'
    })
    .map(({ record }) => ({
      id: record.id,
      type: record.type,
      kind: isKind(record.type) ? kinds[record.type] : kinds.other,
      words: wordsOn(record).trim(),
    }))
    .toSorted(
      (one, other) =>
        Number(one.words === '') - Number(other.words === '') ||
        one.words.localeCompare(other.words, 'nl') ||
        order.indexOf(one.type) - order.indexOf(other.type) ||
        (one.id < other.id ? -1 : 1),
    )
    .map(({ id, kind, words }) => ({ id, kind, words }))
}

/** What comes back with something: the ties of an arrow whose ends are both there. */
export function goneWith(board: readonly StoredRecord[], id: RecordId): readonly RecordId[] {
  const isThere = (name: unknown): boolean =>
    name === id || board.some(({ record, isGone }) => record.id === name && !isGone)
  const isTied = (end: unknown, terminal: unknown): boolean =>
    board.some(
      ({ record, isGone }) =>
        !isGone && record['fromId'] === end && record.props['terminal'] === terminal,
    )
  return board
    .filter(({ record, isGone }) => isGone && record.typeName === 'binding')
    .filter(
      ({ record }) =>
        (record['fromId'] === id || record['toId'] === id) &&
        isThere(record['fromId']) &&
        isThere(record['toId']) &&
        !isTied(record['fromId'], record.props['terminal']),
    )
    .map(({ record }) => record.id)
}

/** What to call something that was deleted. */
export function trashName({ kind, words }: TrashItem): string {
  const texts = nlHistory.trash
  return words === '' ? texts.emptyOf(kind) : `${kind} ${texts.quoted(short(words))}`
}

/** A button that is read out should not take half a minute. */
function short(words: string): string {
  const [line = ''] = words.split('\n')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

function isKind(type: string): type is keyof typeof kinds {
  return Object.hasOwn(kinds, type)
}
