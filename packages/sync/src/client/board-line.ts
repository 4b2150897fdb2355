import * as decoding from 'lib0/decoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import {
  CloseCode,
  decodeHello,
  decodeRefused,
  MessageType,
  protocolVersion,
} from '../protocol/index.ts'
import type { Access, Hello, Refused } from '../protocol/index.ts'
import type { BoardConnection, ConnectionStatus, ConnectOptions } from './connection.ts'
import { countingSocket } from './socket/counting-socket.ts'
import { Ephemerals } from './ephemerals.ts'
import { UnconfirmedChanges } from './unconfirmed-changes.ts'
import { openLocalCopy } from './copy/local-copy.ts'
import type { LocalCopy } from './copy/local-copy.ts'
import { heedSilence } from './socket/heed-silence.ts'
import { heedNetwork } from './socket/network-events.ts'
import { otherGeneration } from './other-generation.ts'
import { OwnClocks } from './own-clocks.ts'
import type { Removed, UpdateEvent } from './own-clocks.ts'
import { sendOwnAwarenessOnly } from './quiet-awareness.ts'
import { statusOf } from './status.ts'
import type { ConnectionFacts } from './status.ts'
import { WaitingCount } from './waiting-count.ts'

/** How long the local copy may take before we connect without it, in ms. */
const patienceWithStoreMs = 2_000
/** The longest pause between two attempts to connect, in ms. */
const longestPauseMs = 10_000

/** The connection behind `connectBoard`. */
export class BoardLine implements BoardConnection {
  readonly awareness: Awareness
  readonly ephemerals = new Ephemerals(() => this.#provider.ws)
  readonly #options: ConnectOptions
  readonly #provider: WebsocketProvider
  readonly #unconfirmed = new UnconfirmedChanges()
  readonly #listeners = new Set<() => void>()
  readonly #refusedListeners = new Set<(refusal: Refused) => void>()
  readonly #stops: (() => void)[] = []
  readonly #clocks = new OwnClocks()
  #opening: Promise<LocalCopy | undefined>
  #copy: LocalCopy | undefined
  #line: ConnectionFacts['line'] = 'first-try'
  #hello: Hello | undefined
  #refusal: Refused | undefined
  #closeCode: number | undefined
  #isLoaded = false
  #isDestroyed = false
  #lastTold = ''
  readonly #waiting = new WaitingCount()

  constructor(options: ConnectOptions) {
    this.#options = options
    const { document, url, boardId, parameters } = options
    this.awareness = options.awareness ?? new Awareness(document)
    // Before the provider listens: a change has to be counted before it is sent.
    this.#listenTo(document)
    this.#provider = new WebsocketProvider(url, boardId, document, {
      connect: false,
      awareness: this.awareness,
      params: { ...parameters, stip: '1' },
      WebSocketPolyfill: countingSocket(options.webSocket ?? globalThis.WebSocket, {
        onNewSocket: () => this.#unconfirmed.newConnection(),
        onWrite: (isAnswer) => this.#onWrite(isAnswer),
      }),
      // Otherwise two tabs of one browser would hand each other what the server refused.
      disableBc: true,
    })
    this.#stops.push(sendOwnAwarenessOnly(this.#provider, this.awareness))
    this.#stops.push(heedNetwork(this.#provider))
    this.#followProvider()
    this.#hearExtraFrames()
    this.#stops.push(heedSilence(this.#provider))
    this.#opening = options.store === false ? Promise.resolve(undefined) : this.#openCopy()
    void this.#start()
  }

  get status(): ConnectionStatus {
    return statusOf({
      isClosed: this.#closeCode !== undefined || this.#isDestroyed,
      isDamaged: this.#closeCode === CloseCode.boardDamaged,
      isRefused: this.#refusal !== undefined,
      line: this.#line,
      isInStep: this.#provider.synced && this.#unconfirmed.isAnswerSaved,
      access: this.access,
      unsavedCount: this.unsavedCount,
    })
  }

  get unsavedCount(): number {
    return this.#unconfirmed.unsavedCount
  }

  get access(): Access | undefined {
    return this.mustReload ? 'read' : this.#hello?.access
  }

  get mustReload(): boolean {
    return this.#hello !== undefined && this.#hello.protocol > protocolVersion
  }

  get refusal(): Refused | undefined {
    return this.#refusal
  }

  get closeCode(): number | undefined {
    return this.#closeCode
  }

  get generation(): number | undefined {
    return this.#hello?.generation
  }

  get isLoaded(): boolean {
    return this.#isLoaded
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  onRefused(listener: (refusal: Refused) => void): () => void {
    if (this.#refusal !== undefined) listener(this.#refusal)
    this.#refusedListeners.add(listener)
    return () => this.#refusedListeners.delete(listener)
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.#provider.destroy()
    for (const stop of this.#stops) stop()
    if (this.#options.awareness === undefined) this.awareness.destroy()
    void this.#opening.then((copy) => copy?.close())
    this.#tell()
    this.#listeners.clear()
    this.#refusedListeners.clear()
  }

  confirmedUpTo(client: number): number {
    return this.#clocks.of(client)
  }

  get unconfirmedRemovals(): readonly Removed[] {
    return this.#clocks.removed
  }

  keepLocalCopy(): void {
    if (this.#copy !== undefined || this.#isDestroyed) return
    this.#opening = this.#openCopy()
    // It may have been stopped while the copy was being opened.
    void this.#opening.then((copy) => (this.#isDestroyed ? copy?.close() : undefined))
  }

  async clearLocalCopy(): Promise<void> {
    this.destroy()
    const copy = await this.#opening
    await copy?.remove()
  }

  async #openCopy(): Promise<LocalCopy | undefined> {
    const { storeKey, boardId, document } = this.#options
    if (storeKey === undefined) return undefined
    const copy = await openLocalCopy(boardId, storeKey, document)
    this.#copy = copy
    this.#clocks.recall(await copy?.confirmed)
    this.#unconfirmed.recall((await copy?.unsaved) ?? 0)
    return copy
  }

  /** Reads the local copy first, so that only the difference crosses the line. */
  async #start(): Promise<void> {
    const isRead = this.#opening.then((copy) => copy?.whenRead)
    void isRead.then(() => this.#loaded(this.#options.document.store.clients.size > 0))
    await Promise.race([isRead, new Promise((late) => setTimeout(late, patienceWithStoreMs))])
    if (!this.#isDestroyed) this.#provider.connect()
  }

  #listenTo(document: ConnectOptions['document']): void {
    const onUpdate = (...[, origin, , transaction]: UpdateEvent): void => {
      if (origin === this.#provider) return
      // What the local copy holds is in our answer, unless that has already left.
      if (origin === this.#copy?.origin && origin !== undefined && !this.#unconfirmed.isAnswerSent)
        return
      this.#unconfirmed.made()
      if (this.#clocks.wrote(document, transaction)) this.#copy?.keepConfirmed(this.#clocks.asText)
      this.#tell()
    }
    document.on('update', onUpdate)
    this.#stops.push(() => document.off('update', onUpdate))
  }

  #followProvider(): void {
    this.#provider.on('status', ({ status }) => {
      if (status !== 'connected') return
      this.#line = 'open'
      // A higher clock, because others ignore what they already heard of us before we were gone.
      const own = this.awareness.getLocalState()
      if (own !== null) this.awareness.setLocalState(own)
      this.#tell()
    })
    this.#provider.on('connection-close', () => {
      this.#line = 'lost'
      this.#provider.maxBackoffTime = this.#pauseMs()
      this.#tell()
    })
    this.#provider.on('closed', ({ code }) => {
      this.#closeCode = code
      if (code === CloseCode.otherGeneration) this.#refused(otherGeneration)
      this.#tell()
    })
    this.#provider.on('sync', (isSynced) => {
      if (isSynced) this.#loaded(true)
      else this.#tell()
    })
  }

  /** Spread over time, so that a room full of people does not come back in one moment. */
  #pauseMs(): number {
    const { random = Math.random } = this.#options
    const fullPauseMs = Math.min(200 * 2 ** this.#provider.wsUnsuccessfulReconnects, longestPauseMs)
    return fullPauseMs * (0.5 + random() / 2)
  }

  #hearExtraFrames(): void {
    const handlers = this.#provider.messageHandlers
    handlers[MessageType.saved] = (_encoder, decoder) => {
      this.#unconfirmed.saved(decoding.readVarUint(decoder))
      this.#tell()
    }
    handlers[MessageType.refused] = (_encoder, decoder) => {
      const refused = decodeRefused(decoder.arr)
      if (refused.ok) this.#refused(refused.value)
    }
    handlers[MessageType.hello] = (_encoder, decoder) => {
      const hello = decodeHello(decoder.arr)
      if (hello.ok) this.#greeted(hello.value)
      this.#tell()
    }
    const hearSync = handlers[MessageType.sync]
    handlers[MessageType.sync] = (...frame) => {
      // A board that began anew must not be mixed with what this document holds.
      if (this.#refusal !== otherGeneration) hearSync?.(...frame)
    }
    handlers[MessageType.ephemeral] = (_encoder, decoder) => this.ephemerals.hear(decoder)
  }

  #greeted(hello: Hello): void {
    this.#hello = hello
    const own = this.#options.generation?.(this.#options.document) ?? 0
    if (own === 0 || own === hello.generation) return
    this.#refused(otherGeneration)
    this.#provider.disconnect()
  }

  /** Everything that we write after a refused change builds on it, so nothing more is sent. */
  #refused(refusal: Refused): void {
    if (this.#refusal !== undefined) return
    this.#refusal = refusal
    for (const listener of this.#refusedListeners) listener(refusal)
    this.#tell()
  }

  #onWrite(isAnswer: boolean): boolean {
    if (this.#refusal !== undefined) return false
    this.#unconfirmed.sent(isAnswer)
    return true
  }

  #loaded(isLoaded: boolean): void {
    this.#isLoaded ||= isLoaded
    this.#tell()
  }

  /** Remembers, also for the next page, that the server has it all. */
  #noteConfirmed(): void {
    if (this.status !== 'saved') return
    this.#clocks.confirmAll(this.#options.document)
    this.#copy?.keepConfirmed(this.#clocks.asText)
  }

  /** Tells who listens, when there is something to tell. */
  #tell(): void {
    const now = JSON.stringify([this.status, this.unsavedCount, this.#hello, this.#isLoaded])
    if (now === this.#lastTold) return
    this.#lastTold = now
    this.#noteConfirmed()
    this.#waiting.note(this.#copy, this.unsavedCount, this.#line === 'open')
    for (const listener of this.#listeners) listener()
  }
}
