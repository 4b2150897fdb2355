import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pause } from '../driver/waiting.ts'
import type { Choice } from './choice.ts'
import { corruptCopy } from './corrupt-copy.ts'
import type { Dice } from './damage.ts'
import { Drawing } from './drawing.ts'
import { fillDisk } from './full-disk.ts'
import { cutPower } from './power-cut.ts'
import { Stip } from './stip.ts'
import { Tally } from './tally.ts'
import { isSame } from './ledger.ts'
import { check, newBoards, standingOf } from './world.ts'
import type { Board } from './world.ts'

const BOARDS = 3
/** After so many kills there are new boards: one board takes 5,000 notes. */
const KILLS_PER_BOARD = 40
const KILLS_PER_POWER_CUT = 3

/** One run of chaos, from an empty data folder to the tally. */
export class Run {
  readonly tally = new Tally()
  readonly #choice: Choice
  readonly #say: (line: string) => void
  readonly #dice: Dice
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'stip-chaos-'))
  readonly #stip: Stip
  readonly #numbers = { next: 0 }
  readonly #startedAt = performance.now()
  /** Every board there ever was; those in use are at the end. */
  readonly #boards: Board[] = []

  constructor(choice: Choice, say: (line: string) => void) {
    this.#choice = choice
    this.#say = say
    this.#dice = seededDice(choice.seed)
    this.#stip = new Stip(choice.port, this.#dataDir)
  }

  async toTheEnd(): Promise<void> {
    const { kills, fullDisks, seed } = this.#choice
    this.#say(`Zaad ${seed}; ${kills} keer kill -9. Dit duurt minuten.`)
    for (let kill = 0; kill < kills; kill++) {
      await this.#start()
      if (kill % KILLS_PER_BOARD === 0) {
        this.#boards.push(...(await newBoards(this.#stip.base, BOARDS)))
      }
      await this.#checkAll(this.#current)
      const fillsDisk = fullDisks > 0 && kill % Math.ceil(kills / fullDisks) === 1
      await this.#drawAndKill(fillsDisk)
      // Before the lights go out: a copy of what a power cut left would be damaged twice.
      await this.#corrupt(kill + 1)
      if (kill % KILLS_PER_POWER_CUT === 2) {
        cutPower(this.#dataDir, (record) => this.#wasTold(record), this.#dice)
        this.tally.powerCuts++
      }
      this.#report(kill)
    }
    await this.#start()
    await this.#checkAll(this.#boards)
    await this.#checkReplay()
    await this.#stip.kill('SIGTERM')
    const verified = await this.#stip.verify()
    this.#say(verified.output.trim())
    if (!verified.isGood) this.tally.altered++
    this.#count()
  }

  /** Leaves nothing behind; a run that went wrong keeps its files. */
  async clean(): Promise<void> {
    await this.#stip.kill()
    if (this.tally.isGood) rmSync(this.#dataDir, { recursive: true, force: true })
    else this.#say(`De bestanden staan nog in ${this.#dataDir}.`)
  }

  get #current(): readonly Board[] {
    return this.#boards.slice(-BOARDS)
  }

  async #start(): Promise<void> {
    if (await this.#stip.start()) return
    throw new Error(`Stip does not start any more: ${this.#stip.output}`)
  }

  async #drawAndKill(fillsDisk: boolean): Promise<void> {
    const drawing = await Drawing.open(this.#current, this.#dice, this.#numbers)
    if (fillsDisk) await this.#fillDisk(drawing)
    await drawing.draw(150 + this.#dice(700))
    drawing.burst()
    // Half of them while it still reads, half while it writes.
    if (this.#dice(2) === 0) await pause(this.#dice(12))
    await this.#stip.kill()
    await drawing.ended()
    for (const [at, shown] of drawing.shown.entries()) {
      const board = this.#current[at]
      if (board !== undefined) board.shown = shown
    }
    this.tally.kills++
    this.tally.inFlight += drawing.pendingCount
    if (drawing.pendingCount > 0) this.tally.killsInFlight++
    if (!fillsDisk) this.tally.latencies.push(...drawing.latencies)
    const [refusal] = drawing.refusals
    if (refusal !== undefined) throw new Error(`The server refused honest work: ${refusal}`)
    this.#count()
  }

  async #fillDisk(drawing: Drawing): Promise<void> {
    const isWell = await fillDisk(this.#stip, drawing)
    if (isWell === undefined) {
      this.#say('Volle schijf: overgeslagen, want prlimit is er niet.')
      return
    }
    this.tally.fullDisks++
    if (isWell) this.tally.fullDisksRecovered++
    else this.#say(`Volle schijf: niet hersteld. ${this.#stip.output.slice(-500)}`)
  }

  /** Spread over the kills, so that files are damaged at all ages. */
  async #corrupt(kills: number): Promise<void> {
    const due = Math.ceil((this.#choice.corruptions * kills) / Math.max(1, this.#choice.kills))
    while (this.tally.corruptions < due && this.#hasTime) {
      const kind = this.tally.corruptions++
      const port = this.#choice.port + 1
      const { kind: outcome, story } = await corruptCopy(
        this.#dataDir,
        this.#current,
        port,
        kind,
        this.#dice,
      )
      this.tally[outcome]++
      if (outcome === 'undetected') this.#say(`NIET GEZIEN: ${story}`)
    }
  }

  get #hasTime(): boolean {
    return performance.now() - this.#startedAt < this.#choice.patienceMs
  }

  async #checkAll(boards: readonly Board[]): Promise<void> {
    for (const board of boards) {
      const difference = await check(board, this.#choice.port)
      if (typeof difference === 'string') {
        throw new Error(`A board does not open after a kill: ${difference} ${this.#stip.output}`)
      }
      const { lost, altered, unissued, unlike } = difference
      this.tally.lost += lost.length
      this.tally.altered += altered.length
      this.tally.unissued += unissued.length
      this.tally.unlike += unlike
      if (isSame(difference)) continue
      this.#say(`KWIJT: ${JSON.stringify(difference)} ${this.#stip.output}`)
    }
  }

  /** What is alive is what the log comes to: nobody can tell a server that starts from the one before. */
  async #checkReplay(): Promise<void> {
    const { port } = this.#choice
    const drawing = await Drawing.open(this.#current, this.#dice, this.#numbers)
    await drawing.draw(1_000)
    drawing.burst()
    await drawing.settled()
    drawing.end()
    const before = await Promise.all(this.#current.map((board) => standingOf(board, port)))
    await this.#stip.kill()
    await this.#start()
    for (const [at, board] of this.#current.entries()) {
      if ((await standingOf(board, port)) === before[at]) continue
      this.tally.unlike++
      this.#say('ANDERS NA HERSTART: wat het logboek oplevert is niet wat er stond.')
    }
  }

  #wasTold(record: string): boolean {
    return this.#boards.some(
      ({ ledger }) => ledger.acknowledged.has(record) || ledger.broadcast.has(record),
    )
  }

  #count(): void {
    const sum = (of: (board: Board) => number): number =>
      this.#boards.reduce((total, board) => total + of(board), 0)
    this.tally.issued = sum(({ ledger }) => ledger.issued.size)
    this.tally.acknowledged = sum(({ ledger }) => ledger.acknowledged.size)
    this.tally.broadcast = sum(({ ledger }) => ledger.broadcast.size)
  }

  #report(kill: number): void {
    if ((kill + 1) % 10 > 0) return
    const minutes = ((performance.now() - this.#startedAt) / 60_000).toFixed(1)
    this.#say(`na ${minutes} min: ${this.tally.line}`)
  }
}

/** The same throws for the same seed. */
function seededDice(seed: number): Dice {
  let state = seed >>> 0
  return (end) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, end)
  }
}
