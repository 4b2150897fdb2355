import { createTLSchema, InstancePresenceRecordType } from '@tldraw/tlschema'
import type { TLInstancePresence, TLPageId } from '@tldraw/tlschema'
import { nothing } from '../crew.ts'
import type { Content, Copy, Crew, News, Script } from '../crew.ts'
import { noteId, noteOf, placeOf } from './notes.ts'
import { applyObjectDiff, protocolVersion } from './tldraw-wire.ts'
import type { AnyRecord, DataEvent, Diff, RecordOp, ServerEvent } from './tldraw-wire.ts'

const schema = createTLSchema().serialize()
const BATCH = 100
const USER = 'user:'

/**
 * Drawers that speak tldraw's own protocol. A move carries its number as the `x` of the note, a
 * cursor as its `x`. tldraw's client sends 30 times a second whatever changed, in one message.
 */
export class TldrawCrew implements Crew {
  readonly drawers: number
  readonly movesCarryCursors = true
  readonly answersCount = false
  /** The server names cursors by session; whose they are, stands in the first one. */
  readonly #drawerOfCursor = new Map<string, number>()
  readonly #drawerOfNote: ReadonlyMap<string, number>

  constructor(drawers: number) {
    this.drawers = drawers
    this.#drawerOfNote = new Map(
      Array.from({ length: drawers }, (_, drawer) => [noteId(drawer), drawer]),
    )
  }

  newCopy(): Copy {
    return new TldrawCopy()
  }

  greeting(): readonly Content[] {
    return [
      JSON.stringify({
        type: 'connect',
        connectRequestId: 'bench',
        lastServerClock: -1,
        protocolVersion,
        schema,
      }),
    ]
  }

  heartbeat(): Content {
    return JSON.stringify({ type: 'ping' })
  }

  emptyAnswer(): Content {
    return this.heartbeat()
  }

  seeding(_board: Copy, count: number): readonly Content[] {
    const pushes: string[] = []
    for (let from = 0; from < count; from += BATCH) {
      const notes = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) =>
        noteOf(from + n),
      )
      const diff = Object.fromEntries(notes.map((note) => [note.id, ['put', tldrawNote(note)]]))
      pushes.push(JSON.stringify({ type: 'push', clientClock: pushes.length, diff }))
    }
    return pushes
  }

  rehearse(_board: Copy, moves: number): readonly Script[] {
    return Array.from({ length: this.drawers }, (_, drawer) => ({
      cursors: [],
      moves: Array.from({ length: moves }, (_unused, index) => this.#push(drawer, index + 1)),
    }))
  }

  read(bytes: Uint8Array): News {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    const event = JSON.parse(text) as ServerEvent
    if (event.type === 'connect') return this.#readDiffs([event.diff], true, 0)
    const events = eventsIn(event)
    const diffs = events.flatMap((each) => {
      if (each.type === 'patch') return [each.diff]
      return typeof each.action === 'object' ? [each.action.rebaseWithDiff] : []
    })
    return this.#readDiffs(diffs, false, events.filter(({ type }) => type === 'push_result').length)
  }

  #readDiffs(diffs: readonly Diff[], isWhole: boolean, savedMore: number): News {
    const moves: number[] = []
    const cursors: number[] = []
    for (const diff of diffs) {
      for (const [id, op] of Object.entries(diff)) {
        const number = numberIn(op)
        const drawer = this.#drawerOfNote.get(id) ?? this.#drawerOfCursorIn(id, op)
        if (drawer === undefined || number === undefined) continue
        ;(id.startsWith('shape:') ? moves : cursors).push(drawer, number)
      }
    }
    return { ...nothing, moves, cursors, savedMore, isWhole, change: diffs }
  }

  #drawerOfCursorIn(id: string, op: RecordOp): number | undefined {
    if (op[0] === 'put') {
      const { userId } = op[1]
      if (typeof userId === 'string')
        this.#drawerOfCursor.set(id, Number(userId.slice(USER.length)))
    }
    return this.#drawerOfCursor.get(id)
  }

  #push(drawer: number, number: number): string {
    const [, y] = placeOf(drawer, number)
    return JSON.stringify({
      type: 'push',
      clientClock: number,
      diff: { [noteId(drawer)]: ['patch', { x: ['put', number], y: ['put', y] }] },
      presence:
        number === 1
          ? ['put', firstCursor(drawer)]
          : [
              'patch',
              {
                lastActivityTimestamp: ['put', 1_700_000_000_000 + number * 33],
                cursor: ['patch', { x: ['put', number], y: ['put', Math.round(y)] }],
              },
            ],
    })
  }
}

class TldrawCopy implements Copy {
  readonly #records = new Map<string, AnyRecord>()

  apply({ change }: News): void {
    for (const diff of (change ?? []) as readonly Diff[]) {
      for (const [id, op] of Object.entries(diff)) {
        const known = this.#records.get(id)
        if (op[0] === 'put') this.#records.set(id, op[1])
        else if (op[0] === 'remove') this.#records.delete(id)
        else if (known !== undefined) this.#records.set(id, applyObjectDiff(known, op[1]))
      }
    }
  }

  holds(drawer: number): number {
    const x = this.#records.get(noteId(drawer))?.['x']
    return typeof x === 'number' ? x : 0
  }

  get size(): number {
    return [...this.#records.keys()].filter((id) => id.startsWith('shape:')).length
  }

  get bytes(): number {
    return Buffer.byteLength(this.picture())
  }

  picture(): string {
    const records = [...this.#records.values()].filter(
      ({ typeName }) => typeName !== 'instance_presence',
    )
    return JSON.stringify(records.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
  }
}

function eventsIn(event: ServerEvent): readonly DataEvent[] {
  if (event.type === 'data') return event.data
  return event.type === 'patch' || event.type === 'push_result' ? [event] : []
}

/** The number that a record or a change carries: its `x`, or that of its cursor. */
function numberIn(op: RecordOp): number | undefined {
  if (op[0] === 'remove') return undefined
  const isWhole = op[0] === 'put'
  const cursor = isWhole ? op[1]['cursor'] : op[1]['cursor']?.[1]
  const holder: unknown = cursor ?? op[1]
  const x: unknown = isObject(holder) ? holder['x'] : undefined
  // In a change, a value stands behind the word that says what happens to it.
  const value: unknown = Array.isArray(x) ? x[1] : x
  return typeof value === 'number' ? value : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** tldraw 5 knows more of a note than the tldraw 3 that Stip draws with. Nothing is moved yet: 0. */
function tldrawNote(note: ReturnType<typeof noteOf>): unknown {
  return { ...note, x: 0, props: { ...note.props, fontSizeAdjustment: 1, textLastEditedBy: null } }
}

function firstCursor(drawer: number): unknown {
  return InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId(`bench${drawer}`),
    userId: `${USER}${drawer}` as unknown as TLInstancePresence['userId'],
    userName: `Deelnemer ${drawer + 1}`,
    color: '#3b82f6',
    currentPageId: 'page:page' as TLPageId,
    cursor: { x: 1, y: 0, type: 'default', rotation: 0 },
    lastActivityTimestamp: 1_700_000_000_000,
  })
}
