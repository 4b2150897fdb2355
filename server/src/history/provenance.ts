import type { Change, Origin, Provenance } from '@stip/api'
import { OF_SCRIBE } from '@stip/board'
import type { Fields, Source, StoredRecord } from '@stip/board'
import { contributionsTo, CREATION, plainTextOf, readRecord } from '@stip/documents'
import type { BoardId, Json, RecordId } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import { boardAccess, isRoomBoard, shownName } from '@stip/workshop'
import type { BoardReader, Session } from '@stip/workshop'
import { RequestRefusedError } from '../errors.ts'
import type { Services } from '../services.ts'
import { UNTOLD } from './told-history.ts'

const MINUTE_MS = 60_000
/** A copy of a copy of a copy; further than that nobody follows. */
const DEEPEST = 4

interface Asked {
  readonly session: Session
  readonly actor: BoardReader
  readonly boardId: BoardId
  readonly recordId: RecordId
}

/**
 * Tells where something on a board came from. Who and when only of what was written while names
 * were shown: for everybody, the facilitator included, and however much later it is asked.
 *
 * @throws {RequestRefusedError} 'no-such-record' when the board never had it.
 */
export async function provenanceOf(services: Services, asked: Asked): Promise<Provenance> {
  const { session, boardId, recordId } = asked
  const room = await services.rooms.open(boardId)
  await room.settled()
  const stored = room.read((doc) => readRecord(doc, recordId))
  if (stored === undefined) throw new RequestRefusedError('no-such-record')
  const origins = await originsOf(services, asked, stored.sources, stored.base, DEEPEST)
  if (stored.isTemplate) return { isAnonymous: false, changes: [], origins }
  // Of a copy, its origins say it.
  const mark = stored.sources.length > 0 ? {} : markOf(stored)
  return { ...(await told(services, session, room, stored)), ...mark, origins }
}

async function told(
  { history, desk, now }: Services,
  session: Session,
  room: Room,
  { record, isGone, sources }: StoredRecord,
): Promise<Pick<Provenance, 'isAnonymous' | 'changes'>> {
  // Of what is private nothing was noted, so nobody can tell who wrote what while names were hidden.
  if (!isRoomBoard(session, room.boardId)) return { isAnonymous: true, changes: [] }
  const current = desk.find(session.id) ?? session
  const written = await history.authorship.readerOf(current, room.boardId)
  const contributions = room.read((doc) => contributionsTo(doc, record.id))
  const changes = new Map<string, { readonly change: Change; readonly order: number }>()
  let isAnonymous = false
  for (const { field, client, from, to } of contributions) {
    const owner = room.ownerOf(client) ?? 'server'
    // That a copy was made, and of which words, its origins tell better.
    if (byItself.has(field) || (owner === 'server' && sources.length > 0)) continue
    for (const { isNamed, at = now(), order } of written(client, from, to)) {
      const isTold = isNamed && owner !== UNTOLD
      if (!isTold && owner !== 'server') isAnonymous = true
      if (!isTold) continue
      const change = {
        what: field === 'gone' && !isGone ? 'back' : (kinds[field] ?? 'look'),
        who: whoIs(session, owner),
        at: Math.floor(at / MINUTE_MS) * MINUTE_MS,
      }
      const key = JSON.stringify([change.what, change.who])
      if ((changes.get(key)?.order ?? -1) <= order) changes.set(key, { change, order })
    }
  }
  // Not by the clock, which may have been set back in between.
  const inOrder = [...changes.values()].toSorted((one, two) => one.order - two.order)
  return {
    isAnonymous,
    changes: inOrder.map(({ change }) => change),
  }
}

function markOf(stored: StoredRecord | undefined): Pick<Provenance, 'isOfScribe'> {
  return stored?.record.meta[OF_SCRIBE] === true ? { isOfScribe: true } : {}
}

/** What changes by itself while somebody types. */
const byItself: ReadonlySet<string> = new Set(['p.growY', 'p.fontSizeAdjustment'])

const kinds: { readonly [field: string]: Change['what'] } = {
  [CREATION]: 'made',
  t: 'text',
  xy: 'place',
  pi: 'place',
  rotation: 'place',
  gone: 'gone',
}

function whoIs(session: Session, owner: string): Change['who'] {
  if (owner === 'facilitator') return { kind: 'facilitator' }
  const person = session.people.all.find(({ id }) => id === owner)
  return person === undefined
    ? { kind: 'stip' }
    : { kind: 'person', name: shownName(person), number: person.number }
}

async function originsOf(
  services: Services,
  asked: Asked,
  sources: readonly Source[],
  base: Fields | undefined,
  depth: number,
): Promise<Origin[]> {
  const found = await Promise.all(
    sources.map((source) =>
      // The base is that of one source; of several nobody can tell whose words these were.
      originOf(services, asked, source, sources.length === 1 ? base : undefined, depth),
    ),
  )
  return found.flat()
}

async function originOf(
  services: Services,
  asked: Asked,
  source: Source,
  base: Fields | undefined,
  depth: number,
): Promise<Origin[]> {
  const { session, actor } = asked
  const merged = base === undefined ? '' : wordsIn(base)
  // Not even what kind of thing it is, of a board that is nobody's but its members'.
  if (!isRoomBoard(session, source.board)) {
    return [{ type: '', text: merged, isWithdrawn: false, isAnonymous: false, changes: [] }]
  }
  const room = await services.rooms.open(source.board)
  await room.settled()
  const there = room.read((doc) => readRecord(doc, source.record))
  const mayLook = boardAccess(session, actor, source.board) !== 'none'
  // What it was copied from there, in other words perhaps, is of that board as well.
  if (mayLook && there !== undefined && there.sources.length > 0 && depth > 0) {
    return originsOf(services, asked, there.sources, there.base, depth - 1)
  }
  const group = session.people.groups.find(({ id }) => id === source.group)
  const shown = {
    ...(group && { group: { letter: group.letter, name: group.name } }),
    type: there?.record.type ?? '',
    ...markOf(there),
  }
  // What was merged, everybody may see who sees the vision. The rest is on the board of the group.
  if (there === undefined || !mayLook) {
    return [{ ...shown, text: merged, isWithdrawn: false, isAnonymous: false, changes: [] }]
  }
  const { props } = there.record
  const textNow = plainWords(props['richText'], props)
  const text = base === undefined ? textNow : merged
  return [
    {
      ...shown,
      text,
      ...(textNow !== text && { textNow }),
      isWithdrawn: there.isGone,
      ...(await told(services, session, room, there)),
    },
  ]
}

function wordsIn(base: Fields): string {
  const props = Object.fromEntries(
    Object.entries(base).flatMap(([key, value]) =>
      key.startsWith('p.') ? [[key.slice(2), value] as const] : [],
    ),
  )
  return plainWords(base['t'], props)
}

function plainWords(richText: Json | undefined, props: Fields): string {
  if (richText !== undefined) return plainTextOf(richText)
  return [props['title'], props['text'], props['name'], props['altText']]
    .filter((word): word is string => typeof word === 'string' && word !== '')
    .join('\n')
}
