// oxlint-disable no-await-in-loop -- A room comes in, and writes, one after the other.
import { createRecord, readBoard } from '@stip/documents'
import { aNote, richText } from '@stip/documents/examples'
import { setTimeout as pause } from 'node:timers/promises'
import type { Entrance } from '../job.ts'
import { Device } from '../servers/device.ts'
import { AtBoard } from './at-board.ts'

const PATIENCE_MS = 120_000
/** Written in one go: as much as somebody pastes. */
const AT_ONCE = 25

interface Somebody {
  readonly device: Device
  readonly personId: string
}

interface View {
  readonly sessionRevision: number
  readonly joinCode?: string
  readonly steps: readonly { readonly kind: string }[]
  readonly groups: readonly { readonly id: string; readonly boardId: string }[]
  readonly boards: readonly { readonly id: string; readonly kind: string }[]
  readonly people?: readonly { readonly id: string; readonly groupId?: string }[]
}

/** A room in the step in which boards are merged: people in groups, and boards full of hoofdpunten. */
export class Room {
  readonly visionId: string
  readonly #base: URL
  readonly #address: string
  readonly #facilitator: Device
  readonly #people: readonly Somebody[]
  #keys = 0

  private constructor(
    base: URL,
    address: string,
    facilitator: Device,
    known: { readonly people: readonly Somebody[]; readonly visionId: string },
  ) {
    this.#base = base
    this.#address = address
    this.#facilitator = facilitator
    this.#people = known.people
    this.visionId = known.visionId
  }

  static async open(base: URL, people: number, groupCount: number): Promise<Room> {
    const facilitator = new Device()
    const body = { format: 'bijeenkomst-1-visie', title: 'Meting', groupCount }
    const { sessionId } = await facilitator.post<{ sessionId: string }>(base, '/api/sessions', body)
    const address = `/api/sessions/${sessionId}`
    const view = await facilitator.get<View>(base, `${address}?as=facilitator`)
    const came: Somebody[] = []
    for (let at = 0; at < people; at++) {
      const device = new Device()
      const join = { code: view.joinCode, name: '', background: 'resident' }
      const { personId } = await device.post<{ personId: string }>(base, '/api/join', join)
      await device.get(base, `${address}?as=participant`)
      came.push({ device, personId })
    }
    const visionId = view.boards.find(({ kind }) => kind === 'vision')?.id ?? ''
    const room = new Room(base, address, facilitator, { people: came, visionId })
    await room.command({ type: 'mix-groups' })
    const position = view.steps.findIndex(({ kind }) => kind === 'merge')
    await room.command({ type: 'go-to-step', position })
    return room
  }

  /** Gives a command and waits for the answer; says when it was sent, and how long that took. */
  async command(command: object): Promise<{ readonly sentAt: number; readonly tookMs: number }> {
    const { sessionRevision } = await this.#view()
    const body = { key: `bench-merge-${this.#keys++}`, seenRevision: sessionRevision, command }
    const [sentAt, begun] = [Date.now(), performance.now()]
    await this.#facilitator.post(this.#base, `${this.#address}/commands?as=facilitator`, body)
    return { sentAt, tookMs: performance.now() - begun }
  }

  /** Every group lays so many notes on its board, the first of which are hoofdpunten. */
  async fill(records: number, keyCards: number): Promise<void> {
    const { groups, people = [] } = await this.#view()
    for (const { id, boardId } of groups) {
      const seat = people.find(({ groupId }) => groupId === id)
      const person = this.#people.find(({ personId }) => personId === seat?.id)
      if (person === undefined) throw new Error('A group has nobody.')
      const writer = new AtBoard(this.#at(person.device, boardId, 'participant'))
      const reader = new AtBoard(this.#at(this.#facilitator, boardId, 'facilitator'))
      await Promise.all([writer.synced, reader.synced])
      for (let at = 0; at < records; at += AT_ONCE) {
        const count = Math.min(AT_ONCE, records - at)
        writer.doc.transact(() => {
          for (let next = at; next < at + count; next++)
            createRecord(writer.doc, aCard(next, next < keyCards))
        })
        await untilThere(reader, at + count, writer)
      }
      writer.leave()
      reader.leave()
    }
  }

  /** How many notes the server has on a board. */
  async notesOn(boardId: string): Promise<number> {
    const reader = new AtBoard(this.#at(this.#facilitator, boardId, 'facilitator'))
    await reader.synced
    reader.leave()
    return notesIn(reader)
  }

  /** The ways in to the vision, of everybody who takes part. */
  get atVision(): readonly Entrance[] {
    return this.#people.map(({ device }) => this.#at(device, this.visionId, 'participant'))
  }

  #view(): Promise<View> {
    return this.#facilitator.get<View>(this.#base, `${this.#address}?as=facilitator`)
  }

  #at(device: Device, boardId: string, role: string): Entrance {
    return {
      host: this.#base.hostname,
      port: Number(this.#base.port),
      path: `/sync/${boardId}?as=${role}`,
      headers: { Cookie: device.cookie ?? '', Origin: this.#base.origin },
      board: boardId,
    }
  }
}

function aCard(at: number, isKeyCard: boolean): ReturnType<typeof aNote> {
  const words = `Wat wij belangrijk vinden, nummer ${at}`
  return aNote(`n${at}`, {
    x: (at % 25) * 240,
    y: Math.floor(at / 25) * 240,
    props: { richText: richText(words) },
    meta: isKeyCard ? { keyCard: true } : {},
  })
}

function notesIn({ doc }: AtBoard): number {
  return readBoard(doc).filter(({ record, isGone }) => record.type === 'note' && !isGone).length
}

/** @throws {Error} When somebody else does not see so many notes. */
async function untilThere(reader: AtBoard, count: number, writer: AtBoard): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (notesIn(reader) < count) {
    if (writer.ended !== undefined || Date.now() > until) {
      throw new Error(`The board has no ${count} notes: ${writer.ended ?? 'it takes too long'}.`)
    }
    await pause(20)
  }
}
