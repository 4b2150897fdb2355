import { createRecord } from '@stip/documents'
import {
  encodeAnswer,
  encodeAsk,
  encodeAwareness,
  encodeEphemeral,
  encodeHello,
  encodeQueryAwareness,
  encodeRefused,
  encodeSaved,
  encodeUpdate,
  MessageType,
} from '@stip/sync/protocol'
import type { SyncType } from '@stip/sync/protocol'
import { boardAccess } from '@stip/workshop'
import type { BoardAccess } from '@stip/workshop'
import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { Line } from '../attacks/line.ts'
import { aNote } from '../test/a-note.ts'
import { anEveningOfRoles } from '../test/an-evening-of-roles.ts'
import type { Somebody } from '../test/an-evening-of-roles.ts'
import { aServer } from '../test/a-server.ts'
import { eventually } from '../test/eventually.ts'

/** What a frame does when it is heard; `mark` tells it from all others. */
interface Row {
  readonly frame: (mark: number, isOfScribe: boolean) => Uint8Array | string
  /** 'question': who may read is answered. 'malformed': only the server says this, or nobody: the line ends. */
  readonly does: 'question' | 'write' | 'cursor' | 'ink' | 'malformed'
}

type Name =
  | `sync ${keyof typeof SyncType}`
  | Exclude<keyof typeof MessageType, 'sync'>
  | 'unknown'
  | 'unknown sync'
  | 'text'

/** A frame of every type of the protocol. A new type that is missing here does not compile. */
const rows: Readonly<Record<Name, Row>> = {
  'sync ask': { does: 'question', frame: () => encodeAsk(Uint8Array.of(0)) },
  'sync answer': { does: 'write', frame: (...mark) => encodeAnswer(aNoteOf(...mark)) },
  'sync update': { does: 'write', frame: (...mark) => encodeUpdate(aNoteOf(...mark)) },
  awareness: {
    does: 'cursor',
    frame: (mark) => encodeAwareness([{ clientId: mark, clock: 1, state: { x: mark } }]),
  },
  queryAwareness: { does: 'question', frame: () => encodeQueryAwareness() },
  ephemeral: {
    does: 'ink',
    frame: (mark) => encodeEphemeral(Uint8Array.of(0, mark >> 8, mark & 0xff)),
  },
  auth: { does: 'malformed', frame: () => Uint8Array.of(MessageType.auth, 0, 0) },
  saved: { does: 'malformed', frame: () => encodeSaved(1) },
  refused: {
    does: 'malformed',
    frame: () => encodeRefused({ code: 4403, reason: '', frame: 1, records: [] }),
  },
  hello: {
    does: 'malformed',
    frame: () => encodeHello({ protocol: 1, schema: 1, generation: 1, access: 'write' }),
  },
  unknown: { does: 'malformed', frame: () => Uint8Array.of(77, 1, 0) },
  'unknown sync': { does: 'malformed', frame: () => Uint8Array.of(MessageType.sync, 3, 1, 0) },
  text: { does: 'malformed', frame: () => '{"type":"update"}' },
}

it('[P19] every frame of every role does what the policy of the board says, and no more', async () => {
  const server = await aServer()
  const { session, everybody, anna, stored, plenaryId } = await anEveningOfRoles(server)
  await session.command({ type: 'show-names', on: true })
  const now = stored()
  const own = now.boards.find(({ members }) => members?.length === 1)?.id ?? ''
  let mark = 0
  for (const boardId of [anna.boardId, plenaryId, own]) {
    const may = ({ actor }: Somebody): BoardAccess => boardAccess(now, actor, boardId)
    const host = everybody.find((each) => may(each) === 'write')
    if (host === undefined) throw new Error('Somebody writes every board.')
    // oxlint-disable-next-line no-await-in-loop
    const watching = await aWatcher(host, boardId)
    const expected = new Map<Row['does'], number[]>([
      ['write', []],
      ['cursor', []],
      ['ink', []],
    ])
    for (const somebody of everybody) {
      for (const [name, { frame, does }] of Object.entries(rows)) {
        mark += 1
        const where = `${name} of ${somebody.name}`
        const access = may(somebody)
        const line = new Line(somebody.device.socket(`/sync/${boardId}?as=${somebody.role}`))
        const ends = endOf(access, does)
        // oxlint-disable-next-line no-await-in-loop
        const found = await said(line, frame(mark, somebody.role === 'scribe'), ends)
        expect({ where, ends: found }).toEqual({ where, ends })
        if (shows(somebody, access, does)) {
          const seen = mark
          expected.get(does)?.push(seen)
          // oxlint-disable-next-line no-await-in-loop
          await eventually(() => {
            if (!watching.seen(does).includes(seen)) throw new Error(`Nobody saw ${where}.`)
          })
        }
        line.leave()
      }
    }
    // What was passed over is behind us when this is here.
    mark += 1
    const last = mark
    watching.host.say(encodeEphemeral(Uint8Array.of(0, last >> 8, last & 0xff)))
    watching.host.write((doc) => createRecord(doc, aNote(`mark-${last}`, 'Klaar')))
    // oxlint-disable-next-line no-await-in-loop
    await eventually(() => {
      expect(watching.seen('ink')).toContain(last)
      expect(watching.seen('write')).toContain(last)
    })
    expect(watching.seen('ink')).toEqual([...(expected.get('ink') ?? []), last])
    expect(watching.seen('write')).toEqual([...(expected.get('write') ?? []), last])
    expect(watching.seen('cursor')).toEqual(expected.get('cursor'))
  }
})

/** Says something at once, and gives the code that ends the line; undefined when it is heard and stays. */
async function said(
  line: Line,
  frame: Uint8Array | string,
  ends: number | undefined,
): Promise<number | undefined> {
  line.socket.on('open', () => {
    line.socket.send(frame)
    // It was heard when what is asked behind it is answered.
    if (ends === undefined) line.say(encodeAsk(Uint8Array.of(0)))
  })
  const stays = line
    .until(() => line.answers > 0 && ends === undefined)
    .then(
      () => undefined,
      () => line.closed.then(({ code }) => code),
    )
  return stays
}

/** The code that ends the line of who says this; undefined when it stays. */
function endOf(access: BoardAccess, does: Row['does']): number | undefined {
  if (access === 'none') return 4404
  if (does === 'malformed') return 4400
  return does === 'write' && access === 'read' ? 4403 : undefined
}

/** Whether others on the board are shown something of it. */
function shows({ role }: Somebody, access: BoardAccess, does: Row['does']): boolean {
  if (does === 'cursor') return access !== 'none' && role !== 'observer' && role !== 'wall'
  return access === 'write' && (does === 'write' || does === 'ink')
}

/** Somebody who has the board open twice: to write, and to see all that others are shown. */
async function aWatcher({ device, role }: Somebody, boardId: string) {
  const path = `/sync/${boardId}?as=${role}&stip=1`
  const [host, watcher] = [await Line.to(device.socket(path)), await Line.to(device.socket(path))]
  onTestFinished(() => {
    host.leave()
    watcher.leave()
  })
  const ink: number[] = []
  const cursors: number[] = []
  watcher.socket.on('message', (data: Buffer) => {
    // Ephemeral, the number of the trail, how long it is, that it begins, and the mark.
    if (data[0] === MessageType.ephemeral) ink.push(data.readUInt16BE(data.length - 2))
  })
  watcher.awareness.on('change', ({ added }: { added: number[] }) => cursors.push(...added))
  return {
    host,
    seen: (does: Row['does']): readonly number[] => {
      if (does === 'ink') return ink
      if (does === 'cursor') return cursors
      const ids = [...watcher.doc.getMap('records').keys()]
      return ids
        .flatMap((id) => (id.startsWith('shape:mark-') ? [Number(id.slice(11))] : []))
        .toSorted((one, other) => one - other)
    },
  }
}

function aNoteOf(mark: number, isOfScribe: boolean): Uint8Array {
  const doc = new Y.Doc()
  createRecord(doc, aNote(`mark-${mark}`, 'Meer groen', isOfScribe ? { ofScribe: true } : {}))
  return Y.encodeStateAsUpdate(doc)
}
