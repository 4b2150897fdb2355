import { COPY_OF } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { problemWithField } from '../record/check-field.ts'
import { ADDRESS, recordMap } from '../schema/layout.ts'
import { limits } from '../schema/limits.ts'
import { inkPoints } from '../schema/packed-ink.ts'
import { createdFields } from '../record/read-record.ts'
import { atOnce } from './structs/at-once.ts'
import { createdKind, isAnothersWord, problemWithCreation } from './check-creation.ts'
import type { Kind, Writer } from './check-creation.ts'
import { problemWithTotals } from './totals/check-totals.ts'
import type { Share } from './totals/check-totals.ts'
import { circleIn } from './circles.ts'
import type { Findings, FieldWrite } from './findings.ts'
import { inspectInSteps } from './inspect-update.ts'
import { Nesting } from './nesting.ts'
import { moverOf } from './plain-move.ts'
import { UpdateRefusedError } from './refusal.ts'
import type { RefusalReason } from './refusal.ts'
import { textSize } from './totals/sizes.ts'
import type { TotalLimits } from './totals/total-limits.ts'
import type { WorkLimits } from './totals/work.ts'

const COPIED = `m.${COPY_OF}`
/** Fields and new records that are judged before others may go. */
const AT_A_TIME = 20

/** Whether an update may enter a board. */
export type UpdateVerdict =
  /** It changes nothing, and everybody may send it: a reader's first answer is such an update. */
  | { readonly kind: 'nothing-new' }
  | {
      readonly kind: 'accepted'
      /** The Yjs client ids that wrote what is new. */
      readonly clients: readonly number[]
    }
  | {
      readonly kind: 'refused'
      readonly reason: RefusalReason
      readonly records: readonly RecordId[]
    }

/** The same, found out step by step. */
export type PiecewiseVerdict =
  | Exclude<UpdateVerdict, { readonly kind: 'accepted' }>
  | {
      readonly kind: 'accepted'
      readonly clients: readonly number[]
      /** It in smaller updates, each of which stands on those before it. */
      readonly parts: () => Iterable<Uint8Array>
    }

/** What differs from board to board, and from moment to moment. */
export interface UpdateRules {
  /** Largest update, for a room that allows more in a first answer. */
  readonly updateBytes: number
  /** The facilitator has not allowed photos: no new ones come in. */
  readonly refusesImages?: boolean
  /**
   * Whether the image at an address may be shown on this board by whom sends the update; asked of every
   * new image, and of every one that gets another address. All may when left out.
   */
  readonly mayShow?: (address: string) => boolean
  /** The facilitator asks for notes: no other new shapes come in. */
  readonly takesOnlyNotes?: boolean
  /** Most characters and elements of one text; {@link limits} when left out. */
  readonly textLength?: number
  /** Most work that one update may be; {@link workLimits} when left out. */
  readonly work?: WorkLimits
  /** What the board may come to in all; {@link totalLimits} when left out. */
  readonly totals?: TotalLimits
  /** Whose part of the board the update counts towards; nobody's when left out. */
  readonly share?: Share
}

/**
 * Decides whether an update from outside may enter a board, before anything of it is applied. What
 * honest clients send always may, also when others were faster; see SPEC.md [B50]–[B69].
 *
 * @param rules - What this board takes now.
 */
export function checkUpdate(
  document: Y.Doc,
  update: Uint8Array,
  writer: Writer,
  rules: UpdateRules = limits,
): UpdateVerdict {
  const mover = update.byteLength > rules.updateBytes ? undefined : moverOf(document, update)
  if (mover !== undefined) return { kind: 'accepted', clients: [mover] }
  const verdict = atOnce(checkInSteps(document, update, writer, rules))
  return verdict.kind === 'accepted' ? { kind: 'accepted', clients: verdict.clients } : verdict
}

/** As {@link checkUpdate}, yielding every few milliseconds; until it ends the document must not change. */
export function* checkInSteps(
  document: Y.Doc,
  update: Uint8Array,
  writer: Writer,
  rules: UpdateRules = limits,
): Generator<void, PiecewiseVerdict> {
  const inspection = yield* inspectInSteps(document, update, rules)
  if (!inspection.ok) return { kind: 'refused', ...reasonOf(inspection) }
  if (inspection.isEmpty) return { kind: 'nothing-new' }
  const { findings, clients, parts } = inspection
  const problem =
    problemWithImages(findings, rules) ??
    problemWithAddresses(findings, rules) ??
    problemWithOthers(findings, rules) ??
    (yield* problemIn(new Judge(document, findings, writer, rules.textLength))) ??
    (yield* problemWithTotals(document, findings, clients, rules))
  return problem === undefined
    ? { kind: 'accepted', clients, parts }
    : { kind: 'refused', ...problem }
}

function* problemIn(judge: Judge): Generator<void, Problem | undefined> {
  try {
    return yield* judge.problem()
  } catch (error) {
    if (!(error instanceof UpdateRefusedError)) throw error
    return { reason: error.reason, records: [] }
  }
}

/** All images at once, so that a refused writer leaves them out in one go. */
function problemWithImages(
  { created }: Findings,
  { refusesImages }: UpdateRules,
): Problem | undefined {
  if (refusesImages !== true) return undefined
  const images = [...created].filter(([, draft]) => createdKind(draft.created)?.type === 'image')
  if (images.length === 0) return undefined
  return { reason: 'images-not-allowed', records: images.map(([record]) => record) }
}

/** As with images: all that may not be shown are named in one go. */
function problemWithAddresses(
  { created, fields }: Findings,
  { mayShow }: UpdateRules,
): Problem | undefined {
  if (mayShow === undefined) return undefined
  const addresses = new Map<RecordId, unknown>()
  for (const [record, draft] of created) addresses.set(record, addressIn(draft.created))
  const isHidden = (address: unknown): boolean => typeof address === 'string' && !mayShow(address)
  const hidden = [
    ...[...addresses].filter(([, address]) => isHidden(address)).map(([record]) => record),
    ...fields
      .filter(({ key, value }) => key === ADDRESS && isHidden(value))
      .map((each) => each.record),
  ]
  return hidden.length === 0 ? undefined : { reason: 'hidden-image', records: hidden }
}

function addressIn(created: unknown): unknown {
  return typeof created === 'object' && created !== null && Object.hasOwn(created, ADDRESS)
    ? (created as Readonly<Record<string, unknown>>)[ADDRESS]
    : undefined
}

/** As with images: what is no note is named in one go. */
function problemWithOthers(
  { created }: Findings,
  { takesOnlyNotes }: UpdateRules,
): Problem | undefined {
  if (takesOnlyNotes !== true) return undefined
  const others = [...created].filter(([, draft]) => {
    const kind = createdKind(draft.created)
    return kind?.typeName === 'shape' && kind.type !== 'note'
  })
  if (others.length === 0) return undefined
  return { reason: 'notes-only', records: others.map(([record]) => record) }
}

interface Problem {
  readonly reason: RefusalReason
  readonly records: readonly RecordId[]
}

class Judge {
  readonly #document: Y.Doc
  readonly #findings: Findings
  readonly #writer: Writer
  readonly #nesting: Nesting
  readonly #textLength: number

  constructor(
    document: Y.Doc,
    findings: Findings,
    writer: Writer,
    textLength: number = limits.textLength,
  ) {
    this.#textLength = textLength
    this.#nesting = new Nesting(document, findings)
    this.#document = document
    this.#findings = findings
    this.#writer = writer
  }

  *problem(): Generator<void, Problem | undefined> {
    let judged = 0
    for (const write of this.#findings.fields) {
      if (++judged % AT_A_TIME === 0) yield
      const reason = this.#problemWithWrite(write)
      if (reason !== undefined) return { reason, records: [write.record] }
    }
    for (const [record, draft] of this.#findings.created) {
      if (++judged % AT_A_TIME === 0) yield
      const reason =
        problemWithCreation(record, draft, this.#writer, this.#findings.work) ??
        this.#problemWithNames(record, draft.created)
      if (reason !== undefined) return { reason, records: [record] }
    }
    const inItself = circleIn(this.#findings.created)
    if (inItself !== undefined) return { reason: 'parent-circle', records: [inItself] }
    for (const [record, growth] of this.#findings.textGrowth) {
      if (growth <= 0) continue
      const size = textSize(recordMap(this.#document, record), this.#findings.work) + growth
      if (size > this.#textLength) return { reason: 'text-too-long', records: [record] }
    }
    return undefined
  }

  #problemWithWrite({ record, key, value }: FieldWrite): RefusalReason | undefined {
    const kind = this.#kindOf(record)
    if (kind === undefined) return 'record-without-base'
    // What something is a copy of, and that a scribe wrote it, is said when it is made, once.
    const isForbidden = key === COPIED || isAnothersWord(key)
    const problem = isForbidden ? 'forbidden-meta' : problemWithField(kind, key, value)
    this.#findings.work.unfold(inkPoints(key, value))
    if (problem !== undefined) return `invalid: ${problem}`
    return key === 'pi' || key === 'fromId' || key === 'toId'
      ? this.#problemWithNames(record, { [key]: value })
      : undefined
  }

  /** Parents and ends are on the board, perhaps gone: nothing is ever removed. */
  #problemWithNames(record: RecordId, fields: unknown): RefusalReason | undefined {
    const { pi, fromId, toId } = fields as Partial<Record<string, unknown>>
    const parent: unknown = Array.isArray(pi) ? pi[0] : undefined
    if (typeof parent === 'string' && parent.startsWith('shape:')) {
      const type = this.#kindOf(parent)?.type
      if (parent === record || (type !== 'frame' && type !== 'group')) return 'unknown-parent'
      if (this.#nesting.isTooDeep(parent)) return 'too-deep'
    }
    for (const end of [fromId, toId]) {
      if (typeof end === 'string' && this.#kindOf(end) === undefined) return 'unknown-end'
    }
    return undefined
  }

  #kindOf(record: RecordId): Kind | undefined {
    const draft = this.#findings.created.get(record)
    if (draft !== undefined) return createdKind(draft.created)
    const map = recordMap(this.#document, record)
    return map === undefined ? undefined : createdKind(createdFields(map))
  }
}

function reasonOf({ reason, records }: Problem): Problem {
  return { reason, records }
}
