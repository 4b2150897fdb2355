import {
  CloseCode,
  encodeAsk,
  encodeHello,
  encodeRefused,
  encodeSaved,
  frameLimits,
} from '../../protocol/index.ts'
import type { FrameLimits, Hello } from '../../protocol/index.ts'
import type { Speaker } from './awareness.ts'
import type { Channel, Member } from './channel.ts'
import type { Clock } from '../clock.ts'
import { roomLimits } from '../limits.ts'
import type { Rates } from './rates.ts'

/** One connection in a room: what it was told, what it sent, and whether it can keep up. */
export class Seat implements Speaker {
  readonly member: Member
  /** Tells connections of one room apart; says nothing about the person. */
  readonly number: number
  readonly cursors: Speaker['cursors'] = new Map()
  /** Shared by all connections of one person. */
  readonly rates: Rates
  /** When this connection was last sent anything. */
  spokenToAt: number
  /** When it last got an answer to "what do I miss"; it hears no updates before the first. */
  answeredAt: number | undefined
  /** Missed awareness while it was too slow for it. */
  missedAwareness = false
  /**
   * Something it wrote is missing, so that what it writes now may build on what nobody has. Any
   * later answer of this client holds it all.
   */
  isBehind = false
  /** What it sends found no room to wait in; only an answer is of use now. */
  isOverflowing = false
  readonly #channel: Channel
  readonly #now: () => number
  readonly #onGone: (seat: Seat) => void
  #stopAnswer: (() => void) | undefined
  #isGone = false
  #isRefused = false
  #isFit = false
  #writes = 0
  #asked = 0
  #answers = 0
  #toldAccess: string | undefined
  /** The last whole board may still be on its way; it does not count as being slow. */
  #allowance = 0

  constructor(
    channel: Channel,
    member: Member,
    room: { number: number; rates: Rates; now: () => number; onGone: (seat: Seat) => void },
  ) {
    this.#channel = channel
    this.member = member
    this.number = room.number
    this.#now = room.now
    this.#onGone = room.onGone
    this.spokenToAt = room.now()
    this.rates = room.rates
  }

  /** Who is charged for what it says. */
  get person(): string {
    return this.member.person ?? this.member.identity
  }

  get isGone(): boolean {
    return this.#isGone
  }

  /** Something it wrote was refused; whatever it writes later builds on that. */
  get isRefused(): boolean {
    return this.#isRefused
  }

  /** Counts a frame that carries an update, in the order of arrival; gives its number, from 1. */
  countWrite(isAnswer: boolean): number {
    if (isAnswer) this.#answers++
    return ++this.#writes
  }

  /** Asks what this client has and the board has not. */
  ask(stateVector: Uint8Array): void {
    this.#asked++
    this.send(encodeAsk(stateVector))
  }

  /** Gives what this client misses, and asks what the board misses. */
  answer(frames: readonly Uint8Array[], stateVector: Uint8Array): void {
    this.#asked++
    this.sendTogether(frames, encodeAsk(stateVector))
    // What was just sent may be larger than what a slow reader may have waiting.
    this.#allowance = frames.reduce((sum, { length }) => sum + length, 0)
  }

  /** Whether its document belongs to this board; it is sent away when not. */
  fits(stateVector: Uint8Array): boolean {
    if (this.#isFit) return true
    this.#isFit = this.member.fits?.(stateVector) ?? true
    if (!this.#isFit) this.close(CloseCode.otherGeneration, 'other generation')
    return this.#isFit
  }

  /** Whether it was asked something that it has not answered yet. */
  get owesAnswer(): boolean {
    return this.#asked > this.#answers
  }

  /** Only an answer that was asked for may be larger than an edit. */
  takes(
    { isAnswer, update }: { isAnswer: boolean; update: Uint8Array },
    limits: FrameLimits = frameLimits,
  ): boolean {
    return update.length <= limits.update || (isAnswer && this.owesAnswer)
  }

  /** Says that the first `count` writes of this connection are on disk, to who understands it. */
  confirmation(count: number | undefined): Uint8Array | undefined {
    return count !== undefined && this.member.speaksStip ? encodeSaved(count) : undefined
  }

  /** Answers a question that came too soon after the last one, when it is time. */
  answerLater(clock: Clock, answer: () => void): void {
    this.#stopAnswer?.()
    const wait = (this.answeredAt ?? -Infinity) + roomLimits.askMs - clock.now()
    this.#stopAnswer = clock.after(wait > 0 ? wait : roomLimits.askMs, () => {
      this.#stopAnswer = undefined
      if (!this.#isGone) answer()
    })
  }

  /** What it wrote is not taken: our own client is told, any other is closed. */
  refuse(code: CloseCode, reason: string, frame: number, records: readonly string[]): void {
    this.#isRefused = true
    // Its document holds what was replaced: nothing more should be mixed with that.
    const staysToLook = this.member.speaksStip && code !== CloseCode.otherGeneration
    if (staysToLook) this.send(encodeRefused({ code, reason, frame, records }))
    else this.close(code, reason)
  }

  /** Says what this member may do, when that is news to it. */
  tell(hello: Hello): void {
    if (!this.member.speaksStip || this.#toldAccess === hello.access) return
    this.#toldAccess = hello.access
    this.send(encodeHello(hello))
  }

  /** Sends what must not be skipped; a reader that is too far behind is closed. */
  send(frame: Uint8Array): void {
    if (this.#canTake()) this.#channel.send(frame)
  }

  /** As {@link send}: frames that others get as well, and perhaps one of its own. */
  sendTogether(shared: readonly Uint8Array[], own: Uint8Array | undefined): void {
    if (!this.#canTake()) return
    if (this.#channel.sendTogether !== undefined) {
      this.#channel.sendTogether(shared, own)
      return
    }
    for (const frame of shared) this.#channel.send(frame)
    if (own !== undefined) this.#channel.send(own)
  }

  /** Whether it keeps up well enough to be sent what may be skipped. */
  get keepsUp(): boolean {
    return this.#channel.bufferedBytes <= roomLimits.skipAwarenessAbove
  }

  /** Sends what may be skipped; false when it was. */
  offer(frame: Uint8Array): boolean {
    if (!this.keepsUp) return false
    this.send(frame)
    return true
  }

  #canTake(): boolean {
    if (this.#isGone) return false
    const waiting = this.#channel.bufferedBytes
    if (waiting <= roomLimits.bufferedAbove) this.#allowance = 0
    if (waiting > roomLimits.bufferedAbove + this.#allowance) {
      this.close(CloseCode.tooSlow, 'reads too slowly')
      return false
    }
    this.spokenToAt = this.#now()
    return true
  }

  close(code: CloseCode, reason: string): void {
    if (this.#isGone) return
    this.leave()
    this.#channel.close(code, reason)
  }

  /** The line is dead: nothing can be said any more. */
  leave(): void {
    if (this.#isGone) return
    this.#isGone = true
    this.#stopAnswer?.()
    this.#onGone(this)
  }
}
