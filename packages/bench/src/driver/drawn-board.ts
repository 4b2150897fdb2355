import type { BoardPlan, Job } from '../job.ts'
import type { Crew, Script } from './crew.ts'
import { newCrew } from './dialects/crews.ts'
import { Participant, SeenMessages } from './participant.ts'
import { seed, visit } from './seeding.ts'
import { until, within } from './waiting.ts'

const PATIENCE_MS = 30_000
/** More than is drawn: starting and stopping take time too. */
const SPARE_SECONDS = 3

interface Frames {
  readonly moves: readonly Buffer[]
  readonly cursors: readonly Buffer[]
}

/** The newest number of every drawer at some moment. */
interface Mark {
  readonly moves: Int32Array
  readonly cursors: Int32Array
}

interface Counts {
  readonly moves: number
  readonly cursors: number
}

/** One board with everybody who draws on it. */
export class DrawnBoard {
  readonly plan: BoardPlan
  readonly crew: Crew
  drawers: readonly Participant[] = []
  readers: readonly Participant[] = []
  probes: readonly Participant[] = []
  /** When every move was sent, by drawer and number - 1, on the clock of `performance`. */
  readonly sentAt: readonly Float64Array[]
  /** The newest number of every drawer. */
  readonly sent: Int32Array
  readonly sentCursors: Int32Array
  /** How long moves took to a probe, those sent between `from` and `to`. In milliseconds. */
  readonly latencies: number[] = []
  readonly confirmations: number[] = []
  /** The newest confirmed move of every drawer. */
  readonly confirmed: Int32Array
  readonly troubles: string[] = []
  /** Moves sent before this do not count; Infinity: not measuring yet. */
  from = Infinity
  to = Infinity
  readonly #job: Job
  readonly #mostMoves: number
  #frames: readonly Frames[] = []

  constructor(job: Job, plan: BoardPlan) {
    const drawers = plan.drawers.length
    this.#job = job
    this.plan = plan
    const { dialect, doing, perSecond } = job
    this.crew = newCrew(dialect, drawers, plan.lateJoiner.board, doing)
    this.#mostMoves = Math.ceil((job.seconds + job.warmUpSeconds + SPARE_SECONDS) * perSecond)
    this.sentAt = Array.from({ length: drawers }, () => new Float64Array(this.#mostMoves))
    this.sent = new Int32Array(drawers)
    this.sentCursors = this.crew.movesCarryCursors ? this.sent : new Int32Array(drawers)
    this.confirmed = new Int32Array(drawers)
  }

  /** Lays out the board, lets everybody in, and makes ready all that will be drawn. */
  async prepare(): Promise<void> {
    const { plan, crew } = this
    const scripts = crew.rehearse(await seed(crew, plan), this.#mostMoves)
    const seen = new SeenMessages()
    const enter = (which: 'drawers' | 'readers' | 'probes'): Promise<Participant[]> =>
      Promise.all(
        plan[which].map((entrance, place) => {
          const drawer = which === 'drawers' ? place : -1
          return Participant.enter({
            entrance,
            crew,
            seen,
            drawer,
            onClosed: (why) => this.troubles.push(`${which} ${place}: ${why}`),
            ...(which === 'readers'
              ? {}
              : drawer === -1
                ? {
                    copy: crew.newCopy(),
                    onMoves: (who, upTo, fresh) => this.#arrived(who, upTo, fresh),
                  }
                : { onSaved: (upTo) => this.#saved(drawer, upTo) }),
          })
        }),
      )
    this.drawers = await enter('drawers')
    this.readers = await enter('readers')
    // Last: whoever measures how late things come is told after all others.
    this.probes = await enter('probes')
    await within(
      PATIENCE_MS,
      Promise.all(this.#everybody.map(({ synced }) => synced)),
      () => `Not everybody got the board. ${this.troubles[0] ?? ''}`,
    )
    this.#frames = scripts.map((script, drawer) => this.#framesOf(script, drawer))
  }

  /** What everybody does, turn by turn: each function is called so often in a second. */
  get acts(): readonly ((number: number) => void)[] {
    const { length } = this.drawers
    return this.drawers.flatMap((_, drawer) => {
      if (this.#job.doing === 'points') return [(number: number) => this.#point(drawer, number)]
      const move = (number: number): void => this.#move(drawer, number)
      if (this.crew.movesCarryCursors) return [move]
      // One who moves and another who points take turns: nobody does both in one breath.
      const other = (drawer + Math.floor(length / 2)) % length
      return [move, (number: number): void => this.#point(other, number)]
    })
  }

  /** Moves that reached somebody else, until now. */
  get delivered(): number {
    return this.#everybody.reduce((sum, { moves }) => sum + moves.total, 0)
  }

  /** Cursors that reached somebody else, until now. */
  get pointed(): number {
    return this.#everybody.reduce((sum, { cursors }) => sum + cursors.total, 0)
  }

  /** What was sent until now. */
  mark(): Mark {
    return { moves: this.sent.slice(), cursors: this.sentCursors.slice() }
  }

  /** How much of what was sent between two marks is with those who should have it by now. */
  arrivedOf(before: Mark, after: Mark): { arrived: Counts; expected: Counts } {
    const arrived = { moves: 0, cursors: 0 }
    const expected = { moves: 0, cursors: 0 }
    for (const participant of this.#everybody) {
      for (const kind of ['moves', 'cursors'] as const) {
        const counted = participant[kind].between(before[kind], after[kind])
        arrived[kind] += counted.arrived
        expected[kind] += counted.expected
      }
    }
    return { arrived, expected }
  }

  get bytesRead(): number {
    return [...this.drawers, ...this.readers].reduce((sum, { bytesRead }) => sum + bytesRead, 0)
  }

  /** Moves of the measured time that no probe got until now, as if they came now. */
  addMissing(now: number): void {
    for (const probe of this.probes) {
      for (const [drawer, times] of this.sentAt.entries()) {
        const last = this.sent[drawer] ?? 0
        for (let number = (probe.moves.newest[drawer] ?? 0) + 1; number <= last; number++) {
          this.#measure(times[number - 1], now)
        }
      }
    }
  }

  /** Whether all full clients end with the same board, and so does somebody who comes now. */
  async converges(ms: number): Promise<boolean> {
    const isDone = await until(ms, () =>
      this.probes.every(({ moves }) =>
        this.sent.every((last, drawer) => moves.newest[drawer] === last),
      ),
    )
    if (!isDone) return false
    const { participant, copy } = await visit(this.crew, this.plan)
    const picture = copy.picture()
    participant.leave()
    return this.probes.every((probe) => probe.copy?.picture() === picture)
  }

  leave(): void {
    for (const participant of this.#everybody) participant.leave()
  }

  get #everybody(): readonly Participant[] {
    return [...this.drawers, ...this.readers, ...this.probes]
  }

  #framesOf({ moves, cursors }: Script, drawer: number): Frames {
    const participant = this.drawers[drawer]
    if (participant === undefined) throw new Error('Every script has a drawer.')
    const { compresses } = this.#job
    return {
      moves: participant.framesOf(moves, compresses),
      cursors: participant.framesOf(cursors, compresses),
    }
  }

  #move(drawer: number, number: number): void {
    const frame = this.#frames[drawer]?.moves[number - 1]
    const times = this.sentAt[drawer]
    if (frame === undefined || times === undefined) return
    times[number - 1] = performance.now()
    this.sent[drawer] = number
    this.drawers[drawer]?.move(frame, number)
  }

  #point(drawer: number, number: number): void {
    const frame = this.#frames[drawer]?.cursors[number - 1]
    if (frame === undefined) return
    this.sentCursors[drawer] = number
    this.drawers[drawer]?.point(frame)
  }

  #arrived(drawer: number, upTo: number, fresh: number): void {
    const now = performance.now()
    for (let number = upTo - fresh + 1; number <= upTo; number++) {
      this.#measure(this.sentAt[drawer]?.[number - 1], now)
    }
  }

  #measure(sentAt: number | undefined, now: number): void {
    if (sentAt !== undefined && sentAt >= this.from && sentAt < this.to) {
      this.latencies.push(now - sentAt)
    }
  }

  #saved(drawer: number, upTo: number): void {
    const now = performance.now()
    for (let number = (this.confirmed[drawer] ?? 0) + 1; number <= upTo; number++) {
      const sentAt = this.sentAt[drawer]?.[number - 1]
      if (sentAt !== undefined && sentAt >= this.from && sentAt < this.to) {
        this.confirmations.push(now - sentAt)
      }
    }
    this.confirmed[drawer] = upTo
  }
}
