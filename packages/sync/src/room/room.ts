import type { BoardId } from '@stip/primitives'
import * as Y from 'yjs'
import { CloseCode, decodeMessage, protocolVersion } from '../protocol/index.ts'
import type { ClientFrame, FrameLimits, Hello } from '../protocol/index.ts'
import type { Channel, Member } from './members/channel.ts'
import type { Clock } from './clock.ts'
import { Members } from './members/members.ts'
import { RoomClosedError } from './errors.ts'
import type { OwnerOf } from './storing/gateway.ts'
import type { MadeUpdate, OwnEdit } from './storing/write-queue.ts'
import type { BatchVerdict } from './storing/judge.ts'
import { limitsFor, roomLimits } from './limits.ts'
import type { RateLimits } from './limits.ts'
import { hasNothing, missingFrom } from './how-far.ts'
import type { Seat } from './members/seat.ts'
import { Storing } from './storing/storing.ts'
import type { StoringOptions } from './storing/storing-options.ts'
import { Ticker } from './members/ticker.ts'

export interface RoomOptions extends StoringOptions {
  /** The version of the board document's layout, told to our own clients; 1 when left out. */
  readonly schema?: number
  /** How large what clients send may be; as usual when left out. */
  readonly frameLimits?: FrameLimits | undefined
  /** What one person may say; as usual where left out. */
  readonly rates?: Partial<RateLimits> | undefined
  /** How often this board was compacted or restored; 1 when left out. */
  readonly generation?: number
}

/** One member's place in a room. */
export interface Seated {
  /** Takes in one frame; false when it was not heard. The room keeps the bytes: do not reuse them. */
  receive(frame: Uint8Array): boolean
  /** The line is gone. What was received before still counts. */
  leave(): void
  /** Groups, step or grants changed: the member is told what it may do now. */
  accessChanged(): void
}

/**
 * One board while people look at it. Its law: on disk first, then on every screen, then "saved"
 * to who wrote it. See SPEC.md, [R] and [D].
 */
export class Room {
  readonly boardId: BoardId
  readonly #clock: Clock
  readonly #storing: Storing
  readonly #frameLimits: FrameLimits | undefined
  readonly #versions: Omit<Hello, 'access'>
  readonly #members: Members
  readonly #ticker: Ticker
  #isClosed = false
  /** Who asked what they miss while a batch was on its way to the disk. */
  readonly #asked = new Map<Seat, Uint8Array>()

  private constructor(options: RoomOptions, storing: Storing) {
    this.boardId = options.boardId
    this.#clock = options.clock
    this.#frameLimits = options.frameLimits
    this.#storing = storing
    this.#members = new Members(
      options.clock,
      (clientId, identity) => storing.mayUse(clientId, identity),
      () => this.#ticker.schedule(),
      options.rates,
    )
    this.#ticker = new Ticker(options.clock, this.#members, storing)
    this.#versions = {
      protocol: protocolVersion,
      schema: options.schema ?? 1,
      generation: options.generation ?? 1,
    }
  }

  /** Opens a board; nobody can join before what is stored was read. Rejects when it is damaged. */
  static async open(options: RoomOptions): Promise<Room> {
    const storing = await Storing.open(options, {
      stored: (verdict) => room.#tellStored(verdict),
      pause: () => room.#tellAll(),
      rest: () => room.#rest(),
      work: () => room.#ticker.schedule(),
    })
    const room = new Room(options, storing)
    if (storing.isWaiting) await storing.flush()
    return room
  }

  /** Connections now in the room. */
  get memberCount(): number {
    return this.#members.size
  }

  /** Pieces of history that the board is made of: what it takes in memory goes by these. */
  get structs(): number {
    return this.#storing.structs
  }

  /** The disk does not take anything now; see [D4]. */
  get isPaused(): boolean {
    return this.#storing.isPaused
  }

  join(channel: Channel, member: Member): Seated {
    const seat = this.#members.seat(channel, member)
    if (this.#isClosed) seat.close(CloseCode.goingAway, 'closing')
    this.#tell(seat)
    return {
      receive: (frame) => this.#receive(seat, frame),
      leave: () => seat.leave(),
      accessChanged: () => this.#tell(seat),
    }
  }

  /**
   * Changes the board as the server: one transaction, one entry in the log. Resolves when it is
   * on disk and on its way to everybody.
   *
   * @param change - Called soon, not at once; may see what others wrote in the meantime.
   * @throws {BoardNotStoredError} When the disk does not take it; then nothing of it happened.
   * @throws Whatever `change` throws; then nothing of it happened.
   */
  edit(change: (doc: Y.Doc, ownerOf: OwnerOf) => void): Promise<void> {
    return this.#changed((done, fail) => ({ kind: 'edit', change, done, fail }))
  }

  /**
   * As {@link edit}, with an update that is made elsewhere, in a thread for one, of what is on disk. When
   * others write meanwhile it is made anew after that, twice at most; then what they write waits for it.
   *
   * @param make - Is given the Yjs client id to write with; undefined when there is nothing to change.
   *   May be called several times, and what it gives is put on the board once.
   * @throws {BoardNotStoredError} As {@link edit}.
   * @throws Whatever `make` throws; then nothing of it happened.
   */
  editMade(make: (clientId: number) => Promise<MadeUpdate | undefined>): Promise<void> {
    return this.#changed((done, fail) => ({ kind: 'made', make, tries: 0, done, fail }))
  }

  #changed(edit: (done: () => void, fail: (reason: unknown) => void) => OwnEdit): Promise<void> {
    if (this.#isClosed) return Promise.reject(new RoomClosedError(this.boardId))
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#storing.add(edit(resolve, reject))
    this.#ticker.schedule()
    return promise
  }

  /**
   * Looks at the board as it is on disk. The document must not be changed or kept. Cheap when
   * nothing is on its way to the disk: wait for {@link settled} first where that is possible.
   */
  read<Seen>(look: (doc: Y.Doc) => Seen): Seen {
    return this.#storing.look(look)
  }

  /** Who writes under a Yjs client id ([R16]); undefined for the server, and for what nobody used. */
  ownerOf(clientId: number): string | undefined {
    return this.#storing.ownerOf(clientId)
  }

  /** Resolves when nothing is on its way to the disk, for a moment. */
  settled(): Promise<void> {
    return this.#storing.settled()
  }

  /** Names, colours or anonymity changed: everybody's cursor is looked at again. */
  refreshPresence(): void {
    this.#members.refresh()
  }

  /** Stores what waits, confirms it, and sends everybody away to come back later. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#ticker.stop()
    await this.#storing.close()
    for (const seat of this.#members.seats) seat.close(CloseCode.goingAway, 'closing')
    this.#members.close()
  }

  #receive(seat: Seat, bytes: Uint8Array): boolean {
    if (seat.isGone || this.#isClosed) return false
    if (!seat.rates.mayRead(bytes.length, this.#clock.now())) {
      seat.close(CloseCode.tooManyMessages, 'too many bytes')
      return false
    }
    const message = decodeMessage(bytes, limitsFor(this.#storing.writers, this.#frameLimits))
    if (!message.ok) {
      const code = message.refusal === 'too-large' ? CloseCode.tooLarge : CloseCode.malformed
      seat.close(code, message.refusal)
      return false
    }
    for (const frame of message.value) {
      if (!seat.isGone) this.#hear(seat, frame)
    }
    return !seat.isGone
  }

  #hear(seat: Seat, frame: ClientFrame): void {
    const now = this.#clock.now()
    this.#ticker.note(now)
    const verdict = seat.rates.judge(frame, now)
    if (verdict === 'close') seat.close(CloseCode.tooManyMessages, 'too many messages')
    if (verdict !== 'take') return
    switch (frame.kind) {
      case 'ask':
        if (seat.fits(frame.stateVector)) this.#answer(seat, frame.stateVector)
        break
      case 'write':
        this.#take(
          seat,
          frame.isAnswer,
          seat.takes(frame, this.#frameLimits) ? frame.update : 'too-large',
        )
        break
      case 'too-large-write':
        this.#take(seat, frame.isAnswer, 'too-large')
        break
      case 'awareness':
        if (!this.#members.hearAwareness(seat, frame.entries)) {
          seat.close(CloseCode.malformed, 'malformed')
        }
        break
      case 'query-awareness':
        this.#members.introduceTo(seat)
        break
      case 'ephemeral':
        this.#members.hearEphemeral(seat, frame.content)
        break
    }
  }

  /** The room's answer to "what do I miss", and its own question in return. */
  #answer(seat: Seat, stateVector: Uint8Array): void {
    const now = this.#clock.now()
    const isTooSoon = seat.answeredAt !== undefined && now - seat.answeredAt < roomLimits.askMs
    if (isTooSoon || (!hasNothing(stateVector) && !seat.rates.mayAsk(now))) {
      // Encoding a board is the dearest thing one can ask for; the newest question is answered.
      seat.answerLater(this.#clock, () => this.#answer(seat, stateVector))
      return
    }
    const { doc } = this.#storing
    if (doc === undefined) {
      // Answered as soon as it is clear what is on disk.
      this.#asked.set(seat, stateVector)
      return
    }
    const frames = hasNothing(stateVector) ? this.#storing.frames : missingFrom(doc, stateVector)
    if (frames === undefined) {
      seat.close(CloseCode.malformed, 'no state vector')
      return
    }
    const isFirst = seat.answeredAt === undefined
    seat.answeredAt = now
    seat.answer(frames, Y.encodeStateVector(doc))
    if (isFirst) this.#members.introduceTo(seat)
  }

  #take(seat: Seat, isAnswer: boolean, sent: Uint8Array | 'too-large'): void {
    const number = seat.countWrite(isAnswer)
    if (seat.isOverflowing && !isAnswer) return
    const bytes = typeof sent === 'string' ? 0 : sent.length
    const hasRoom = this.#storing.hasRoomFor(bytes, seat.person)
    // One mark in the queue says that something is missing there; more would need room again.
    if (!hasRoom && seat.isOverflowing) return
    seat.isOverflowing = !hasRoom
    const update = hasRoom ? sent : 'dropped'
    const mayWrite = seat.member.mayWrite()
    this.#storing.add({ kind: 'write', seat, number, isAnswer, update, mayWrite })
    this.#ticker.schedule()
  }

  #tellStored(verdict: BatchVerdict): void {
    this.#members.tell(verdict, this.#ticker.takesCursors())
    for (const [seat, isBehind] of verdict.behind) seat.isBehind = isBehind
    for (const { seat, code, reason, frame, records } of verdict.refusals) {
      seat.refuse(code, reason, frame, records)
    }
    const behind = [...this.#members.seats].filter((seat) => seat.isBehind && !seat.owesAnswer)
    if (behind.length === 0) return
    const stateVector = this.#storing.look((doc) => Y.encodeStateVector(doc))
    for (const seat of behind) seat.ask(stateVector)
  }

  #rest(): void {
    const asked = [...this.#asked]
    this.#asked.clear()
    for (const [seat, stateVector] of asked) if (!seat.isGone) this.#answer(seat, stateVector)
    this.#ticker.rest()
  }

  #tellAll(): void {
    for (const seat of this.#members.seats) this.#tell(seat)
  }

  #tell(seat: Seat): void {
    const writer = this.#storing.isPaused ? 'paused' : 'write'
    seat.tell({ ...this.#versions, access: seat.member.mayWrite() ? writer : 'read' })
  }
}
