import * as Y from 'yjs'
import { CloseCode } from '../../protocol/index.ts'
import type { Clock } from '../clock.ts'
import type { Draft } from './draft.ts'
import { gapReasons } from './gateway.ts'
import type {
  Incoming,
  IncomingEdit,
  IncomingRepair,
  IncomingWrite,
  OwnEdit,
} from './write-queue.ts'
import { inOneUpdate, mergedUpdates } from './merged-updates.ts'
import type { Owners } from './owners.ts'
import type { Seat } from '../members/seat.ts'
import { sliceOf } from '../slices.ts'
import type { Taken } from './taken.ts'
import { MANY } from '../log/update-log.ts'
import type { LogEntry } from '../log/update-log.ts'

/** What one batch comes to, before anything of it is stored or anybody is told. */
export interface BatchVerdict {
  readonly entries: readonly LogEntry[]
  /** The Yjs client ids that members wrote them with. */
  readonly writers: ReadonlySet<number>
  /** What the entries come to; undefined when there are none. */
  readonly update: Uint8Array | undefined
  /** Who sent the entries: one connection that knows them all already, or several. */
  readonly onlyAuthor: Seat | undefined
  /** How far each connection is confirmed once the entries are on disk. */
  readonly saved: ReadonlyMap<Seat, number>
  readonly refusals: readonly Refusal[]
  /** Whether each connection now has something missing; those not named stay as they are. */
  readonly behind: ReadonlyMap<Seat, boolean>
  readonly edits: readonly OwnEdit[]
  /** What the board comes to with all this, where that is known. */
  readonly whole?: Uint8Array | undefined
  /** There was no time for these: they go first next time. */
  readonly left: readonly Incoming[]
}

interface Refusal {
  readonly seat: Seat
  readonly code: CloseCode
  readonly reason: string
  readonly frame: number
  readonly records: readonly string[]
}

/**
 * Judges a batch in order, each part against the board as it is after the parts before it, for as
 * long as a slice of time takes.
 */
export function judge(
  batch: readonly Incoming[],
  draft: Draft,
  owners: Owners,
  clock: Clock,
): BatchVerdict {
  // An edit of the server has to be told apart from the rest, and may have to be taken back.
  if (batch.length > 1 && batch.every(({ kind }) => kind === 'write')) {
    const done = draft.inOneGo(() =>
      judgeInOrder(batch, { draft, owners, hasTime: sliceOf(clock) }),
    )
    if (done !== undefined) {
      const { outcome, update, hasAftermath } = done
      return {
        ...outcome,
        // Who wrote it does not know yet what the board did because of it.
        onlyAuthor: hasAftermath ? undefined : outcome.onlyAuthor,
        update,
        entries: update === undefined ? [] : [inOne(update, outcome, owners)],
      }
    }
  }
  return together(judgeInOrder(batch, { draft, owners, hasTime: sliceOf(clock) }))
}

/** Nothing of it counts any more. */
export function isIdle({ seat, isAnswer }: IncomingWrite): boolean {
  return seat.isRefused || (!isAnswer && seat.isBehind)
}

export function together(outcome: InOrder): BatchVerdict {
  const updates = outcome.entries.map(({ update }) => update)
  return { ...outcome, update: inOneUpdate(updates) }
}

type InOrder = Omit<BatchVerdict, 'update'>

/** Stores exactly what everybody is shown: one entry, which names who is new in it. */
function inOne(update: Uint8Array, { entries, writers }: InOrder, owners: Owners): LogEntry {
  const author = entries[0]?.author ?? MANY
  if (entries.every((entry) => entry.author === author)) return { author, update }
  return { author: MANY, update, owners: owners.unrecorded(writers) }
}

interface Judging {
  readonly draft: Draft
  readonly owners: Owners
  readonly hasTime: () => boolean
}

/** @param known - What became of the only update, when that was found out before. */
export function judgeInOrder(
  batch: readonly Incoming[],
  { draft, owners, hasTime }: Judging,
  known?: Taken,
): InOrder {
  const entries: LogEntry[] = []
  const writers = new Set<number>()
  const authors = new Set<Seat | 'server'>()
  const saved = new Map<Seat, number>()
  const refusals = new Map<Seat, Refusal>()
  const behind = new Map<Seat, boolean>()
  const edits: OwnEdit[] = []
  let judgedCount = 0

  for (const incoming of batch) {
    // Whatever it takes, something gets done.
    if (judgedCount > 0 && !hasTime()) break
    judgedCount++
    if (incoming.kind === 'edit') {
      const update = edited(draft, incoming)
      if (update === 'failed') continue
      edits.push(incoming)
      if (update === undefined) continue
      entries.push({ author: 'server', update })
      authors.add('server')
      continue
    }
    // Always by itself: see WriteQueue.take.
    if (incoming.kind === 'made') continue
    if (incoming.kind === 'repair') {
      entries.push(repaired(draft, incoming, owners))
      authors.add('server')
      continue
    }
    const { seat, number, isAnswer } = incoming
    if (seat.isRefused || refusals.has(seat)) continue
    // Confirming anything after a gap would confirm the gap as well.
    if (!isAnswer && (behind.get(seat) ?? seat.isBehind)) continue
    const verdict = judged(draft, incoming, known)
    if (verdict.kind === 'gap') {
      behind.set(seat, true)
      continue
    }
    if (verdict.kind === 'refused') {
      const { code, reason, records } = verdict
      refusals.set(seat, { seat, code, reason, frame: number, records })
      continue
    }
    if (isAnswer) behind.set(seat, false)
    saved.set(seat, number)
    if (verdict.kind !== 'accepted') continue
    entries.push({ author: seat.member.identity, update: verdict.update })
    authors.add(seat)
    if (verdict.hasAftermath) authors.add('server')
    for (const clientId of verdict.clients) writers.add(clientId)
  }

  const [first] = authors
  const onlyAuthor = authors.size === 1 && first !== 'server' ? first : undefined
  const left = judgedCount === batch.length ? none : batch.slice(judgedCount)
  return {
    entries,
    writers,
    onlyAuthor,
    saved,
    refusals: [...refusals.values()],
    behind,
    edits,
    left,
  }
}

const none: readonly Incoming[] = []

/** Everything that the log lacks, under the names of those who wrote it. */
function repaired({ doc }: Draft, { known }: IncomingRepair, owners: Owners): LogEntry {
  const update = Y.encodeStateAsUpdate(doc, known)
  const named = [...Y.parseUpdateMeta(update).from.keys()].map(
    (clientId) => [clientId, owners.of(clientId) ?? 'server'] as const,
  )
  return { author: MANY, update, owners: new Map(named) }
}

type Judged =
  | { readonly kind: 'nothing-new' | 'gap' }
  | {
      readonly kind: 'accepted'
      /** With what the board did by itself because of it. */
      readonly update: Uint8Array
      readonly hasAftermath: boolean
      readonly clients: readonly number[]
    }
  | {
      readonly kind: 'refused'
      readonly code: CloseCode
      readonly reason: string
      readonly records: readonly string[]
    }

function judged(
  draft: Draft,
  { seat, update, mayWrite, isAnswer }: IncomingWrite,
  known: Taken | undefined,
): Judged {
  if (update === 'dropped') return { kind: 'gap' }
  if (update === 'too-large') {
    return { kind: 'refused', code: CloseCode.tooLarge, reason: 'too large', records: [] }
  }
  const verdict = known ?? draft.take(update, seat.member, mayWrite)
  if (verdict === 'may-not-write') {
    return { kind: 'refused', code: CloseCode.mayNotWrite, reason: 'may not write', records: [] }
  }
  if (verdict === 'other-generation') {
    const code = CloseCode.otherGeneration
    return { kind: 'refused', code, reason: 'other generation', records: [] }
  }
  if (verdict.kind === 'refused') {
    // An honest client's update builds on offline work that is only in its coming answer.
    if (!isAnswer && gapReasons.has(verdict.reason)) return { kind: 'gap' }
    return { ...verdict, code: CloseCode.refusedUpdate }
  }
  if (verdict.kind !== 'accepted') return verdict
  const { aftermath, clients } = verdict
  const hasAftermath = aftermath.length > 0
  const whole = hasAftermath ? mergedUpdates([update, ...aftermath]) : update
  return { kind: 'accepted', update: whole, hasAftermath, clients }
}

function edited(draft: Draft, edit: IncomingEdit): Uint8Array | undefined | 'failed' {
  try {
    return draft.edit(edit.change)
  } catch (error) {
    // The caller's own change went wrong; the caller hears it, the room goes on.
    edit.fail(error)
    return 'failed'
  }
}
