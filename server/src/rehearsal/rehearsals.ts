import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { RehearsalAnswer } from '@stip/api'
import type { SessionId } from '@stip/primitives'
import type { PlayNews, PlayOrder } from '@stip/rehearsal/child-messages'

/** More at a time would be felt by who draws in earnest on this server. */
const AT_A_TIME = 2
/** Of so many plays is known how they ended. */
const MOST_KNOWN = 50
/** A play that holds more is one that went wrong, in MB. */
const MOST_MEMORY = 1024

const nothing: RehearsalAnswer = {
  state: 'none',
  step: 0,
  lastStep: 0,
  title: '',
  people: 0,
  notes: 0,
  strokes: 0,
}

interface Options {
  /** Where this server is reached from this computer. */
  readonly address: () => string
  /** A play began or ended. */
  readonly onChange: (sessionId: SessionId) => void
  readonly tellError: (error: unknown) => void
}

interface Play {
  answer: RehearsalAnswer
  readonly child: ChildProcess
  readonly onEnd: () => void
}

/**
 * Invented evenings that are being played into sessions, each by a process of its own that comes
 * in over HTTP and sync as people do.
 */
export class Rehearsals {
  readonly #options: Options
  readonly #plays = new Map<SessionId, Play>()

  constructor(options: Options) {
    this.#options = options
  }

  isPlaying(sessionId: SessionId): boolean {
    return this.#plays.get(sessionId)?.answer.state === 'playing'
  }

  /** Whether no more can begin now. */
  get isFull(): boolean {
    return [...this.#plays.values()].filter(isPlaying).length >= AT_A_TIME
  }

  answerFor(sessionId: SessionId): RehearsalAnswer {
    return this.#plays.get(sessionId)?.answer ?? nothing
  }

  /**
   * Begins to play.
   *
   * @param cookie - Of a device that is facilitator of the session for as long as the play lasts.
   * @param onEnd - Called once, however it ends.
   */
  begin(sessionId: SessionId, cookie: string, onEnd: () => void): void {
    const child = fork(fileURLToPath(import.meta.resolve('@stip/rehearsal/child')), {
      execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${MOST_MEMORY}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const play: Play = { answer: { ...nothing, state: 'playing' }, child, onEnd }
    this.#forgetOldest()
    this.#plays.delete(sessionId)
    this.#plays.set(sessionId, play)
    child.on('message', (news) => this.#hear(sessionId, play, news as PlayNews))
    child.once('error', (error) => this.#fail(sessionId, play, error))
    child.once('exit', () => this.#end(sessionId, play, 'failed'))
    const order: PlayOrder = { url: this.#options.address(), sessionId, cookie }
    child.send(order, () => undefined)
    this.#options.onChange(sessionId)
  }

  /** Ends a play; what was written stays. */
  stop(sessionId: SessionId): void {
    const play = this.#plays.get(sessionId)
    if (play === undefined || !isPlaying(play)) return
    this.#end(sessionId, play, 'stopped')
    play.child.kill()
  }

  /** Ends all plays. */
  close(): void {
    for (const sessionId of this.#plays.keys()) this.stop(sessionId)
  }

  #hear(sessionId: SessionId, play: Play, news: PlayNews): void {
    if (!isPlaying(play)) return
    if (news.kind === 'progress') {
      const { step, lastStep, title, people, notes, strokes } = news.progress
      play.answer = { state: 'playing', step, lastStep, title, people, notes, strokes }
    } else if (news.kind === 'done') this.#end(sessionId, play, 'done')
    else this.#fail(sessionId, play, new Error(news.reason))
  }

  #fail(sessionId: SessionId, play: Play, error: unknown): void {
    if (isPlaying(play)) this.#options.tellError(error)
    this.#end(sessionId, play, 'failed')
  }

  #end(sessionId: SessionId, play: Play, state: 'done' | 'stopped' | 'failed'): void {
    if (!isPlaying(play)) return
    play.answer = { ...play.answer, state }
    play.onEnd()
    this.#options.onChange(sessionId)
  }

  #forgetOldest(): void {
    for (const [id, play] of this.#plays) {
      if (this.#plays.size < MOST_KNOWN) return
      if (!isPlaying(play)) this.#plays.delete(id)
    }
  }
}

/** Where a server that listens there is reached from its own computer. */
export function localAddress(host: string, port: number): string {
  const isEverywhere = host === '::' || host === '0.0.0.0'
  const name = isEverywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function isPlaying({ answer }: Play): boolean {
  return answer.state === 'playing'
}
