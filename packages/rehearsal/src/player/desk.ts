import { generationOf, liveOf, PAGE_ID, readBoard, readRecord } from '@stip/documents/light'
import type { BoardRecord } from '@stip/board'
import type { BoardId, RecordId } from '@stip/primitives'
import { connectBoard } from '@stip/sync/client'
import type { BoardConnection } from '@stip/sync/client'
import * as Y from 'yjs'
import type { Device } from './device.ts'
import type { Network } from './network.ts'
import { socketOf } from './network.ts'

/** One board as one person has it open, over the same connection as the page has. */
export class Desk {
  readonly document = new Y.Doc()
  readonly boardId: BoardId
  readonly #connection: BoardConnection
  readonly #device: Device

  constructor(device: Device, boardId: BoardId, role: string, network: Network) {
    this.boardId = boardId
    this.#device = device
    this.#connection = connectBoard({
      url: `${device.server.url.replace(/^http/, 'ws')}/sync`,
      boardId,
      parameters: { as: role },
      document: this.document,
      generation: generationOf,
      webSocket: socketOf(device, network),
    })
  }

  /** What the board shows now. */
  get records(): readonly BoardRecord[] {
    return liveOf(readBoard(this.document))
  }

  has(id: RecordId): boolean {
    return this.document.getMap('records').has(id)
  }

  /** Whether the server did not take what was written last; then nothing more is sent. */
  get isRefused(): boolean {
    return this.#connection.status === 'refused'
  }

  /** Where something lies now, or that it lies nowhere; to be compared only. */
  placeOf(id: RecordId): string {
    const stored = readRecord(this.document, id)
    if (stored === undefined) return ''
    const { x, y, parentId } = stored.record
    return JSON.stringify([x, y, parentId, stored.isGone])
  }

  /** Waits until the board is here and may be written, and holds these records where they lie now. */
  async isReady(places: ReadonlyMap<RecordId, string | undefined>): Promise<void> {
    const { rest } = this.#device.server
    await rest.until(
      () => this.#connection.isLoaded && this.#connection.access !== undefined,
      (look) => this.#connection.subscribe(look),
      `Bord ${this.boardId} gaat niet open (${this.#connection.status}).`,
    )
    const missing = new Map(places)
    await rest.until(
      () => {
        for (const [id, place] of missing) {
          const isHere = place === undefined ? this.has(id) : this.placeOf(id) === place
          if (isHere) missing.delete(id)
        }
        return missing.size === 0
      },
      (look) => {
        this.document.on('update', look)
        return () => this.document.off('update', look)
      },
      `Op bord ${this.boardId} ontbreekt wat anderen schreven.`,
    )
  }

  /** Waits until the server confirmed what was written here, or refused it. */
  async isSettled(): Promise<void> {
    await this.#device.server.rest.until(
      () => this.#connection.unsavedCount === 0 || this.isRefused,
      (look) => this.#connection.subscribe(look),
      `Bord ${this.boardId} slaat niet op (${this.#connection.status}).`,
    )
  }

  close(): void {
    this.#connection.destroy()
    this.document.destroy()
  }
}

/** Where what people make lies. */
export const page = PAGE_ID
