import { createRecord, workLimits } from '@stip/documents'
import type { WorkLimits } from '@stip/documents'
import {
  aClaim,
  aDelete,
  aForgedValue,
  aPrototypeAttack,
  aTombstone,
  forged,
} from '@stip/documents/forgeries'
import * as Y from 'yjs'
import { aNote } from '../test/a-note.ts'
import {
  aFrameRecord,
  aLongString,
  anAsset,
  aStillPen,
  deep,
  embedProps,
  nestLists,
  nestMaps,
  recordOf,
  VICTIM,
} from './hostile-parts.ts'

type Topic = 'identity' | 'removal' | 'size' | 'values' | 'addresses' | 'forgery'

/** An update that would harm a board. */
export interface HostileUpdate {
  readonly topic: Topic
  readonly name: string
  /** Why the gateway does not let it in: what the close frame and the refusal say. */
  readonly reason: string
  /** @param board - The board as the attacker sees it. @param own - The attacker's client id. */
  readonly bytes: (board: Y.Doc, own: number) => Uint8Array
}

/**
 * Every update by which one participant was once able to wreck a plain Yjs board; made for the board
 * that it is sent to, and no larger than is refused there.
 *
 * @param work - The limits of that board.
 */
export function hostileUpdates(work: WorkLimits = workLimits): readonly HostileUpdate[] {
  return [...hostile, ...largeOnes(work)]
}

const hostile: readonly HostileUpdate[] = [
  {
    topic: 'identity',
    name: 'structs under the client id of somebody else',
    reason: 'foreign-client',
    bytes: (board) => {
      const victim = writerOf(board)
      return forged(board, victim, (doc) => createRecord(doc, aNote('squatted', 'Nee')))
    },
  },
  {
    topic: 'identity',
    name: 'a tombstone over what somebody else is going to write',
    reason: 'foreign-client',
    bytes: (board) => {
      const victim = writerOf(board)
      return aTombstone(victim, Y.getState(board.store, victim), 1)
    },
  },
  {
    topic: 'identity',
    name: 'a deletion of what somebody else is going to write',
    reason: 'future-delete',
    bytes: (board) => {
      const victim = writerOf(board)
      return aDelete(victim, Y.getState(board.store, victim), 1)
    },
  },
  {
    topic: 'removal',
    name: 'a deletion of everything that somebody wrote',
    reason: 'removes-record',
    bytes: (board) => aDelete(writerOf(board), 0, Y.getState(board.store, writerOf(board))),
  },
  {
    topic: 'removal',
    name: 'all records removed',
    reason: 'removes-record',
    bytes: changed((doc) => doc.getMap('records').clear()),
  },
  {
    topic: 'removal',
    name: 'a record removed',
    reason: 'removes-record',
    bytes: changed((doc) => doc.getMap('records').delete(VICTIM)),
  },
  {
    topic: 'removal',
    name: 'a record replaced',
    reason: 'overwrites-record',
    bytes: changed((doc) => doc.getMap('records').set(VICTIM, new Y.Map())),
  },
  {
    topic: 'size',
    name: 'a claim of more structs than there are',
    reason: 'malformed',
    bytes: () => aClaim(2),
  },
  {
    topic: 'size',
    name: 'a text that claims to be longer than it is',
    reason: 'malformed',
    bytes: aLongString,
  },
  {
    topic: 'size',
    name: 'maps in a map',
    reason: 'unknown-content',
    bytes: changed((doc) => nestMaps(recordOf(doc), 3)),
  },
  {
    topic: 'size',
    name: 'lists in lists in a text',
    reason: 'too-deep',
    bytes: changed((doc) => nestLists(doc, 17)),
  },
  {
    topic: 'size',
    name: 'an object nested once more than it may be',
    reason: 'invalid: too-deep',
    bytes: (board, own) => aForgedValue(board, VICTIM, 'm.deep', deep(17), own),
  },
  {
    topic: 'values',
    name: 'a prototype in a value',
    reason: 'invalid: not-json',
    bytes: (board) => aPrototypeAttack(board, VICTIM),
  },
  ...forgedValues(),
  {
    topic: 'forgery',
    name: 'a frame in itself',
    reason: 'unknown-parent',
    bytes: changed((doc) => {
      createRecord(doc, { ...aFrameRecord('loop'), parentId: 'shape:loop' })
    }),
  },
  {
    topic: 'forgery',
    name: 'two frames in each other',
    reason: 'parent-circle',
    bytes: changed((doc) => {
      createRecord(doc, { ...aFrameRecord('one'), parentId: 'shape:two' })
      createRecord(doc, { ...aFrameRecord('two'), parentId: 'shape:one' })
    }),
  },
  {
    topic: 'addresses',
    name: 'an embedded page',
    reason: 'invalid: unknown-field',
    bytes: changed((doc) =>
      createRecord(doc, { ...aFrameRecord('embed'), type: 'embed', props: embedProps }),
    ),
  },
  {
    topic: 'addresses',
    name: 'an image from elsewhere',
    reason: 'invalid: foreign-address',
    bytes: changed((doc) => createRecord(doc, anAsset('https://elders.example/volg-mij.png'))),
  },
  {
    topic: 'addresses',
    name: 'an image as data',
    reason: 'invalid: foreign-address',
    bytes: changed((doc) => createRecord(doc, anAsset('data:image/svg+xml,<svg onload="x()"/>'))),
  },
  {
    topic: 'addresses',
    name: 'a link that runs',
    reason: 'invalid: forbidden-link',
    bytes: changed((doc) => {
      const text = recordOf(doc)?.get('t') as Y.XmlFragment
      const words = (text.get(0) as Y.XmlElement).get(0) as Y.XmlText
      words.format(0, 3, { link: { href: 'javascript:alert(1)' } })
    }),
  },
  {
    topic: 'forgery',
    name: 'sources that no merge gave',
    reason: 'server-only',
    bytes: changed((doc) =>
      createRecord(doc, aNote('forged', 'Nee'), {
        sources: [{ board: 'b', record: 'shape:x', revision: 1, group: 'g' }],
      }),
    ),
  },
  {
    topic: 'forgery',
    name: 'a template drawn by a participant',
    reason: 'server-only',
    bytes: changed((doc) => createRecord(doc, aNote('forged', 'Nee'), { isTemplate: true })),
  },
  {
    topic: 'forgery',
    name: 'another generation',
    reason: 'unknown-root',
    bytes: changed((doc) => doc.getMap('board').set('generation', 99)),
  },
  {
    topic: 'forgery',
    name: 'a root of its own',
    reason: 'unknown-root',
    bytes: changed((doc) => doc.getMap('hideout').set('a', 'x')),
  },
  {
    topic: 'forgery',
    name: 'a sub-document',
    reason: 'unknown-content',
    bytes: (board, own) => aForgedValue(board, VICTIM, 'm.a', new Y.Doc(), own),
  },
]

function largeOnes({ leap, points }: WorkLimits): readonly HostileUpdate[] {
  return [
    {
      topic: 'size',
      name: 'a clock used up at a stroke',
      reason: 'malformed',
      bytes: (_board, own) => aTombstone(own, 0, leap + 1),
    },
    {
      topic: 'size',
      name: 'drawings that unfold to more points than an update may',
      reason: 'too-much-work',
      bytes: changed((doc) => {
        // An update may have one for each of its bytes besides.
        for (let left = 1.05 * points + 2000, drawing = 0; left > 0; drawing++) {
          const some = Math.min(MOST_POINTS, Math.ceil(left))
          createRecord(doc, aStillPen(`pen${drawing}`, some))
          left -= some
        }
      }),
    },
  ]
}

/** One drawing has no more. */
const MOST_POINTS = 12_000

function forgedValues(): readonly HostileUpdate[] {
  const values: readonly (readonly [string, string, string, unknown])[] = [
    ['a BigInt', 'invalid: not-json', 'xy', [1n, 2]],
    ['a place that is no number', 'invalid: number-out-of-range', 'xy', [Number.NaN, 0]],
    ['a place without end', 'invalid: number-out-of-range', 'xy', [Infinity, 0]],
    ['a place beyond the board', 'invalid: number-out-of-range', 'xy', [1_000_001, 0]],
    ['a size beyond the board', 'invalid: number-out-of-range', 'p.growY', 1_000_001],
    ['a prototype as a prop', 'invalid: unknown-field', 'p.__proto__', { isAdmin: true }],
    ['a prototype as a note', 'invalid: forbidden-name', 'm.__proto__', { isAdmin: true }],
    ['a constructor', 'malformed', 'constructor', { prototype: 1 }],
    ['sources', 'server-only', 'sources', [{ board: 'b' }]],
    ['a base of a merge', 'server-only', 'base', {}],
    ['a mark of a template', 'server-only', 'tpl', true],
    ['authorship', 'invalid: forbidden-meta', 'm.authors', ['Anna']],
    ['the letter of a group', 'invalid: forbidden-meta', 'm.group', 'B'],
    ['that a scribe wrote it', 'invalid: forbidden-meta', 'm.ofScribe', true],
    ['what it is a copy of, afterwards', 'invalid: forbidden-meta', 'm.copyOf', 'bord/shape:x'],
    ['an address that runs', 'invalid: invalid-field', 'p.url', 'javascript:alert(1)'],
    ['a rewritten base', 'overwrites-record', '$', { typeName: 'shape', type: 'note' }],
  ]
  return values.map(([name, reason, key, value]) => ({
    topic: 'values',
    name: `${name} in a note`,
    reason,
    bytes: (board: Y.Doc, own: number) => aForgedValue(board, VICTIM, key, value, own),
  }))
}

function changed(change: (doc: Y.Doc) => unknown): HostileUpdate['bytes'] {
  return (board, own) => forged(board, own, (doc) => void change(doc))
}

/** Who wrote the victim's note. */
function writerOf(board: Y.Doc): number {
  const map = recordOf(board)
  // The item that holds a map in its parent carries the name of who put it there.
  // oxlint-disable-next-line no-underscore-dangle
  const client = map?._item?.id.client
  if (client === undefined) throw new Error('The attack came before the bystander.')
  return client
}
