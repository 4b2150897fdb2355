import { Tally } from '../figures/tally.ts'
import type { Entrance } from '../job.ts'
import type { Content, Copy, Crew, News } from './crew.ts'
import { outgoingFrame } from './frames.ts'
import { deflated } from './inflater.ts'
import { BenchSocket } from './socket.ts'
import type { Message } from './frames.ts'

export interface ParticipantOptions {
  readonly entrance: Entrance
  readonly crew: Crew
  /** What was read already; the same bytes go to everybody on a board. */
  readonly seen: SeenMessages
  /** Its own place among the drawers; -1 for who only looks. */
  readonly drawer: number
  /** A full client keeps a copy of the board. */
  readonly copy?: Copy
  /** Called for a full client when it holds new moves of a drawer, up to this number. */
  readonly onMoves?: (drawer: number, upTo: number, fresh: number) => void
  /** An edit with this number is confirmed, and all before it. */
  readonly onSaved?: (upTo: number) => void
  readonly onClosed?: (why: string) => void
}

/** One connection to a board: who draws and counts, or a full client that applies everything. */
export class Participant {
  readonly moves: Tally
  readonly cursors: Tally
  readonly copy: Copy | undefined
  /** The whole board has come. */
  readonly synced: Promise<void>
  isOpen = true
  #socket: BenchSocket | undefined
  readonly #options: ParticipantOptions
  /** The newest move of ours at every counted frame that we sent. */
  readonly #counted: number[] = []
  #saved = 0
  #sent = 0
  #gotWhole: () => void = () => undefined

  private constructor(options: ParticipantOptions) {
    this.#options = options
    this.moves = new Tally(options.crew.drawers, options.drawer)
    this.cursors = new Tally(options.crew.drawers, options.drawer)
    this.copy = options.copy
    this.synced = new Promise((resolve) => (this.#gotWhole = resolve))
  }

  /** Connects and asks for the board; resolves when connected. */
  static async enter(options: ParticipantOptions): Promise<Participant> {
    const participant = new Participant(options)
    const socket = await BenchSocket.open(options.entrance, {
      message: (message) => participant.#hear(message),
      closed: (why) => {
        participant.isOpen = false
        options.onClosed?.(why)
      },
    })
    participant.#socket = socket
    for (const content of options.crew.greeting()) socket.send(content)
    return participant
  }

  get isPacking(): boolean {
    return this.#socket?.isPacking ?? false
  }

  get bytesRead(): number {
    return this.#socket?.bytesRead ?? 0
  }

  /** Makes messages ready to go, packed when that was agreed on. */
  framesOf(contents: readonly Content[], compresses: boolean): readonly Buffer[] {
    const isPacked = compresses && this.isPacking
    return contents.map((content) => {
      const isText = typeof content === 'string'
      const bytes = isText ? Buffer.from(content) : content
      return outgoingFrame(isPacked ? deflated(bytes) : bytes, { isText, isPacked })
    })
  }

  /** Sends the move with this number. */
  move(frame: Buffer, number: number): void {
    this.#sent = number
    this.#counted.push(number)
    this.#socket?.sendFrame(frame)
  }

  point(frame: Buffer): void {
    this.#socket?.sendFrame(frame)
  }

  send(content: Content): void {
    this.#socket?.send(content)
  }

  leave(): void {
    this.isOpen = false
    this.#socket?.close()
  }

  #hear(message: Message): void {
    const { crew, seen, copy, onMoves } = this.#options
    const socket = this.#socket
    if (socket === undefined) {
      // What comes in the same packet as the answer to our request: a moment later all is ready.
      setImmediate(() => this.#hear(message))
      return
    }
    const news = seen.read(message, socket, crew)
    if (copy !== undefined && news.change !== undefined) copy.apply(news)
    for (let at = 0; at < news.moves.length; at += 2) {
      const drawer = news.moves[at] ?? 0
      // A full client counts what it holds, not what it was sent.
      const number = copy === undefined ? (news.moves[at + 1] ?? 0) : copy.holds(drawer)
      const fresh = this.moves.got(drawer, number)
      if (fresh > 0) onMoves?.(drawer, number, fresh)
    }
    for (let at = 0; at < news.cursors.length; at += 2) {
      this.cursors.got(news.cursors[at] ?? 0, news.cursors[at + 1] ?? 0)
    }
    if (news.savedUntil > 0 || news.savedMore > 0) this.#hearSaved(news)
    if (news.isWhole) this.#gotWhole()
    if (news.isQuestion) this.#answer()
  }

  #hearSaved({ savedUntil, savedMore }: News): void {
    this.#saved = Math.max(savedUntil, this.#saved + savedMore)
    const upTo = this.#counted[this.#saved - 1] ?? 0
    if (upTo > 0) this.#options.onSaved?.(upTo)
  }

  #answer(): void {
    const { crew } = this.#options
    if (crew.answersCount) this.#counted.push(this.#sent)
    this.send(crew.emptyAnswer())
  }
}

const MOST_SEEN = 4096
const LARGEST_SEEN = 16 * 1024

/**
 * Reads every message once, though it comes to everybody on a board: reading is dearer than
 * finding out that these bytes were here before.
 */
export class SeenMessages {
  readonly #news = new Map<string, News>()

  read({ bytes, isText, isPacked }: Message, socket: BenchSocket, crew: Crew): News {
    // What refers to earlier messages means something only once it is unpacked.
    const refers = isPacked && !socket.inflater.isStateless
    const seen = refers ? socket.inflater.inflate(bytes) : bytes
    const mayRemember = seen.length <= LARGEST_SEEN
    const key = mayRemember ? seen.toString('latin1') : ''
    const known = mayRemember ? this.#news.get(key) : undefined
    if (known !== undefined) return known
    // A message may lie in a buffer that is used again; what is kept of it is our own.
    const own = isPacked && !refers ? socket.inflater.inflate(bytes) : Buffer.from(seen)
    const news = crew.read(own, isText)
    if (mayRemember) {
      if (this.#news.size >= MOST_SEEN) this.#news.clear()
      this.#news.set(key, news)
    }
    return news
  }
}
