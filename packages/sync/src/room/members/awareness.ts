import type { JsonObject } from '@stip/primitives'
import { encodeAwareness, parseState, readAwareness } from '../../protocol/index.ts'
import type { AwarenessEntry } from '../../protocol/index.ts'
import type { Member } from './channel.ts'
import { roomLimits } from '../limits.ts'

/** One client's cursor as the room knows it. */
interface Shown {
  clock: number
  /** What it said last; undefined: it wants not to be seen. Parsed when others are told. */
  json: Uint8Array | undefined
  heardAt: number
  /** Whether others were told of a state, so that they must be told when it goes. */
  isVisible: boolean
}

/** Who speaks, as far as awareness is concerned. */
export interface Speaker {
  readonly member: Member
  /** The client ids that this connection showed. Kept by {@link Presences}. */
  readonly cursors: Map<number, Shown>
}

/** Whether somebody may use a client id; from then on nobody else may. */
export type MayUse = (clientId: number, identity: string) => boolean

/**
 * Who points where on one board. Every client speaks for itself only, under the name that the
 * server knows it by.
 */
export class Presences {
  readonly #owners = new Map<number, Speaker>()
  readonly #mayUse: MayUse
  /** Who used a client id before; nobody else may take it over. Oldest first. */
  readonly #formerly = new Map<number, string>()
  /** What changed since the last tick. */
  readonly #changed = new Set<number>()
  /** For newcomers, of whom many come at once; made anew when something changed. */
  #everybody: Uint8Array | undefined | 'unknown' = 'unknown'
  /** Cursors that left since the last tick, with their last clock. */
  readonly #gone = new Map<number, number>()

  /** @param mayUse - Gives a client id to whoever shows it first, for writing too. */
  constructor(mayUse: MayUse) {
    this.#mayUse = mayUse
  }

  get hasNews(): boolean {
    return this.#changed.size > 0 || this.#gone.size > 0
  }

  /** Takes in what a connection says; false when the bytes are no awareness at all. */
  hear(speaker: Speaker, content: Uint8Array, now: number): boolean {
    const decoded = readAwareness(content, (clientId) => this.#mayClaim(speaker, clientId))
    if (!decoded.ok) return false
    for (const { clientId, clock, json } of decoded.value) {
      const known = this.#owners.get(clientId)?.cursors.get(clientId)
      const isOwn = this.#owners.get(clientId) === speaker
      // An echo of somebody's leaving must not make the echoer the owner.
      if (!isOwn && (json === undefined || !this.#mayClaim(speaker, clientId))) continue
      if (!isOwn && !this.#claim(speaker, clientId)) continue
      if (isOwn && known !== undefined && clock < known.clock) continue
      const isVisible = known?.isVisible ?? false
      speaker.cursors.set(clientId, { clock, json, heardAt: now, isVisible })
      this.#changed.add(clientId)
      this.#everybody = 'unknown'
    }
    return true
  }

  /** A connection ended: its cursors go. */
  leave(speaker: Speaker): void {
    for (const clientId of speaker.cursors.keys()) this.#forget(speaker, clientId)
  }

  /** Names or anonymity changed: everything is looked at again in the next tick. */
  refresh(): void {
    this.#everybody = 'unknown'
    for (const clientId of this.#owners.keys()) this.#changed.add(clientId)
  }

  /** Forgets cursors that nobody renewed, as every client does too. */
  sweep(now: number): void {
    for (const [clientId, speaker] of this.#owners) {
      const cursor = speaker.cursors.get(clientId)
      if (cursor !== undefined && now - cursor.heardAt > roomLimits.awarenessMs) {
        this.#forget(speaker, clientId)
      }
    }
  }

  /** What everybody must be told now; empties the list of news. */
  takeNews(): readonly AwarenessEntry[] {
    const news: AwarenessEntry[] = []
    for (const [clientId, clock] of this.#gone) news.push({ clientId, clock, state: undefined })
    for (const clientId of this.#changed) {
      const speaker = this.#owners.get(clientId)
      const cursor = speaker?.cursors.get(clientId)
      if (speaker === undefined || cursor === undefined) continue
      const state = stamped(cursor.json, speaker.member)
      // Nobody is told that somebody whom they never saw is gone.
      if (state !== undefined || cursor.isVisible) {
        news.push({ clientId, clock: cursor.clock, state })
      }
      cursor.isVisible = state !== undefined
    }
    this.#changed.clear()
    this.#gone.clear()
    if (news.length > 0) this.#everybody = 'unknown'
    return news
  }

  /** A frame of everybody who can be seen now: for a newcomer, or a reader who missed news. */
  everybody(): Uint8Array | undefined {
    if (this.#everybody === 'unknown') this.#everybody = this.#encodeEverybody()
    return this.#everybody
  }

  #encodeEverybody(): Uint8Array | undefined {
    const all: AwarenessEntry[] = []
    for (const [clientId, { member, cursors }] of this.#owners) {
      const cursor = cursors.get(clientId)
      // Who has not been announced yet is announced with the next tick's news.
      if (cursor === undefined || !cursor.isVisible) continue
      const state = stamped(cursor.json, member)
      if (state !== undefined) all.push({ clientId, clock: cursor.clock, state })
    }
    return all.length > 0 ? encodeAwareness(all) : undefined
  }

  #mayClaim(speaker: Speaker, clientId: number): boolean {
    const owner = this.#owners.get(clientId)
    if (owner === speaker) return true
    if (speaker.cursors.size >= roomLimits.clientIds) return false
    const identity = owner?.member.identity ?? this.#formerly.get(clientId)
    if (identity !== undefined && identity !== speaker.member.identity) return false
    // The same person comes back before the old line is known to be dead. y-websocket speaks of
    // itself before it can have heard others, so only the first cursor can be such a return;
    // anything later is the echo of another window of the same person.
    return owner === undefined || speaker.cursors.size === 0
  }

  /** @returns Whether it is theirs now: not when somebody else has written with it. */
  #claim(speaker: Speaker, clientId: number): boolean {
    if (!this.#mayUse(clientId, speaker.member.identity)) return false
    this.#owners.get(clientId)?.cursors.delete(clientId)
    this.#owners.set(clientId, speaker)
    this.#formerly.delete(clientId)
    this.#gone.delete(clientId)
    return true
  }

  #forget(speaker: Speaker, clientId: number): void {
    this.#everybody = 'unknown'
    const cursor = speaker.cursors.get(clientId)
    if (cursor?.isVisible === true) this.#gone.set(clientId, cursor.clock)
    speaker.cursors.delete(clientId)
    this.#owners.delete(clientId)
    this.#changed.delete(clientId)
    this.#formerly.set(clientId, speaker.member.identity)
    if (this.#formerly.size <= formerLimit) return
    const [oldest] = this.#formerly.keys()
    if (oldest !== undefined) this.#formerly.delete(oldest)
  }
}

/** How many former client ids are remembered; 200 people would have to reload 50 times. */
const formerLimit = 10_000

/** What others are told of a cursor: undefined when it is not to be seen, or says nothing sensible. */
function stamped(json: Uint8Array | undefined, member: Member): JsonObject | undefined {
  const user = json === undefined ? undefined : member.presence()
  if (json === undefined || user === undefined) return undefined
  const state = parseState(json)
  if (state === undefined || state === 'unusable') return undefined
  return { ...state, user: { name: user.name, color: user.color } }
}
