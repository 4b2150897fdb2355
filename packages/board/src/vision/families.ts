import type { BoardId, GroupId, RecordId } from '@stip/primitives'
import { isRemovedByPeople } from '../merge/merge-memory.ts'
import { originOf } from '../merge/merge.ts'
import type { SourceBoard } from '../merge/merge-plan.ts'
import type { Source, StoredRecord } from '../record.ts'

/** A note with all that was copied from it on the boards of groups. */
export interface Family {
  readonly key: string
  readonly board: BoardId
  readonly group: GroupId
  readonly letter: string
  /** With which it began. */
  readonly note: StoredRecord
  readonly members: readonly { readonly board: BoardId; readonly record: RecordId }[]
  /** Nothing of it stands on a board of a group any more. */
  readonly isGone: boolean
  readonly isTakenAway: boolean
}

/** Which families stand on the vision, by their keys, and which people took off it. */
export interface Places {
  readonly live: ReadonlySet<string>
  readonly removed: ReadonlySet<string>
}

interface Families {
  readonly all: readonly Family[]
  readonly placesOn: (vision: readonly StoredRecord[]) => Places
  /** Things that came from somewhere, by the keys of the families that they came from. */
  readonly grouped: <
    Thing extends { readonly sources: readonly Pick<Source, 'board' | 'record'>[] },
  >(
    things: readonly Thing[],
  ) => ReadonlyMap<string, readonly Thing[]>
}

/** A copy of a copy of a copy; further than that nobody follows. */
const DEEPEST = 8

type Name = Pick<Source, 'board' | 'record'>

/**
 * Sorts what is on the boards of groups into families: each thing that meets `isMeant` is in exactly one,
 * that of what it was first copied from.
 */
export function familiesOn(
  boards: readonly SourceBoard[],
  isMeant: (stored: StoredRecord) => boolean,
): Families {
  const everything = boards.flatMap(({ board, group, records }) =>
    records.filter(isMeant).map((stored) => ({ board, group, stored })),
  )
  const found = new Map(everything.map((each) => [keyOf(nameOf(each)), each]))

  /** With what a copy began, as far as the boards know. */
  const beginningOf = (name: Name): string => {
    let key = keyOf(name)
    for (let depth = 0; depth < DEEPEST; depth++) {
      const sources = found.get(key)?.stored.sources ?? []
      const above = sources.map(keyOf).find((each) => each !== key && found.has(each))
      if (above === undefined) return key
      key = above
    }
    return key
  }

  const families = Map.groupBy(everything, (each) => beginningOf(nameOf(each)))
  const keysBehind = (sources: readonly Name[]): ReadonlySet<string> =>
    new Set(sources.map(beginningOf).filter((key) => families.has(key)))

  return {
    all: [...families].flatMap(([key, members]): Family[] => {
      // Of a circle, which nothing honest makes, whichever is its beginning.
      const first = found.get(key)
      if (first === undefined) return []
      const { board, group, stored: note } = first
      return [
        {
          key,
          board,
          group: group.id,
          letter: group.letter,
          note,
          members: members.map(nameOf),
          isGone: members.every(({ stored }) => stored.isGone),
          isTakenAway: note.isTakenAway === true,
        },
      ]
    }),
    placesOn: (vision) => {
      const [live, removed] = [new Set<string>(), new Set<string>()]
      for (const stored of vision) {
        if (stored.isTemplate || stored.record.typeName !== 'shape') continue
        // A copy that people put there themselves, and took off again, is as if it never was ([C12]).
        const isOff = isRemovedByPeople(stored) && originOf(stored) !== undefined
        for (const key of keysBehind(stored.sources)) {
          if (!stored.isGone) live.add(key)
          else if (isOff) removed.add(key)
        }
      }
      return { live, removed }
    },
    grouped: <Thing extends { readonly sources: readonly Name[] }>(things: readonly Thing[]) => {
      const lists = new Map<string, Thing[]>()
      for (const thing of things) {
        for (const key of keysBehind(thing.sources)) {
          lists.set(key, [...(lists.get(key) ?? []), thing])
        }
      }
      return lists
    },
  }
}

function nameOf(each: { readonly board: BoardId; readonly stored: StoredRecord }): Name {
  return { board: each.board, record: each.stored.record.id }
}

function keyOf({ board, record }: Name): string {
  return `${board} ${record}`
}
