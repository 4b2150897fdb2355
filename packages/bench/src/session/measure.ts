import { setTimeout as pause } from 'node:timers/promises'
import { median, percentile } from '../figures/percentile.ts'
import { freePort } from '../servers/free-port.ts'
import { RunningServer } from '../servers/running.ts'
import type { Choice } from './choice.ts'
import { Crowd } from './crowd.ts'
import type { Count } from './crowd.ts'
import { Evening } from './evening.ts'
import type { FigureName } from './figures.ts'

/** Who only joined and opened no screen gives way when there are more of them. */
const JOIN_AT_ONCE = 100
/** After this long, in milliseconds, everybody was told what there was to tell. */
const SETTLED_MS = 2000
const PATIENCE_MS = 60_000
/** So often what is short is measured; the middle counts. */
const TIMES = 5

/** What a server has used, and the longest work of its main thread since it was asked last. */
interface Use {
  /** Of all its threads, in milliseconds. */
  readonly cpuMs: number
  readonly rssMb: number
  readonly longestBlockMs: number
}

export type Figures = Readonly<Record<FigureName, number>>

/** Measures one build once. @param stip - Its folder; undefined for this one. */
export async function measure(choice: Choice, stip: string | undefined): Promise<Figures> {
  const server = new RunningServer({
    server: 'stip',
    port: await freePort(),
    stip,
    profile: stip === undefined ? choice.profile : undefined,
    watch: new URL('in-server.mjs', import.meta.url),
  })
  const crowd = new Crowd()
  try {
    await server.start()
    return await new Measurement(server, crowd, choice).run()
  } finally {
    crowd.end()
    await server.remove()
  }
}

class Measurement {
  readonly #server: RunningServer
  readonly #crowd: Crowd
  readonly #choice: Choice
  #longestBlockMs = 0
  /** CPU of a second in which nothing happens. */
  #idleMs = 0

  constructor(server: RunningServer, crowd: Crowd, choice: Choice) {
    this.#server = server
    this.#crowd = crowd
    this.#choice = choice
  }

  async run(): Promise<Figures> {
    const { people, settleSeconds } = this.#choice
    await pause(SETTLED_MS)
    const idleMb = (await this.#use()).rssMb
    // What it did to start is not what this is about.
    this.#longestBlockMs = 0
    await this.#measureIdle()
    const evening = await Evening.begin(new URL(`http://127.0.0.1:${this.#server.port}`))
    const joinMs = await this.#letIn(evening, people)
    const followMs = (await this.#cpuOf(() => this.#followAll(evening))) / people
    await pause(settleSeconds * 1000)
    const followingMb = (await this.#use()).rssMb
    await this.#measureIdle()
    await evening.command({ type: 'mix-groups' })
    await pause(SETTLED_MS)
    const steps = await this.#repeated((turn) => this.#step(evening, turn % evening.stepCount))
    const presses = await this.#repeated((turn) =>
      this.#press(evening, turn % 2 === 0 ? 'code' : 'auto'),
    )
    const arrivals = await this.#repeated(() => this.#arrival(evening))
    await this.#checkThatAllAreThere()
    await this.#crowd.leave()
    await pause(settleSeconds * 1000)
    const leftMb = (await this.#use()).rssMb
    return {
      idleMb,
      followingMb,
      leftMb,
      stepCpuMs: middle(steps.map(({ cpuMs }) => cpuMs)),
      stepBytes: middle(steps.map(({ bytes }) => bytes)),
      stepP95Ms: middle(steps.map(({ p95 }) => p95)),
      pressBytes: middle(presses),
      arrivalCpuMs: middle(arrivals),
      joinCpuMs: joinMs,
      followCpuMs: followMs,
      longestBlockMs: this.#longestBlockMs,
    }
  }

  /** Everybody comes in by code; gives the CPU of one. */
  async #letIn(evening: Evening, people: number): Promise<number> {
    let cpuMs = 0
    while (evening.people.length < people) {
      const count = Math.min(JOIN_AT_ONCE, people - evening.people.length)
      // oxlint-disable-next-line no-await-in-loop
      cpuMs += await this.#cpuOf(() => evening.join(count))
      // oxlint-disable-next-line no-await-in-loop
      await evening.look(evening.people.slice(-count))
    }
    return cpuMs / people
  }

  async #followAll(evening: Evening): Promise<void> {
    await this.#crowd.follow([
      evening.console,
      ...evening.people.map((device) => evening.feedOf(device)),
    ])
    await pause(SETTLED_MS)
  }

  async #step(evening: Evening, position: number) {
    await this.#crowd.expect(position)
    const give = await evening.ready({ type: 'go-to-step', position })
    await pause(SETTLED_MS)
    const before = await this.#crowd.count()
    let sentAt = 0
    const cpuMs = await this.#cpuOf(async () => {
      sentAt = await give()
      await this.#allHaveIt()
    })
    const after = await this.#settled()
    const p95 = percentile(
      after.hadStepAt.map((at) => at - sentAt),
      0.95,
    )
    return { cpuMs, p95: p95 ?? PATIENCE_MS, bytes: bytesOfOne(before, after) }
  }

  /** What the wall shows is on the console and on the wall. */
  async #press(evening: Evening, kind: 'code' | 'auto'): Promise<number> {
    const before = await this.#crowd.count()
    await evening.command({ type: 'show-on-wall', choice: { kind } })
    return bytesOfOne(before, await this.#settled())
  }

  async #arrival(evening: Evening): Promise<number> {
    return this.#cpuOf(async () => {
      const came = await evening.join(1)
      await this.#crowd.follow(came.map((device) => evening.feedOf(device)))
      await pause(SETTLED_MS)
    })
  }

  async #allHaveIt(): Promise<void> {
    const until = Date.now() + PATIENCE_MS
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      const { screens, hadStepAt } = await this.#crowd.count()
      if (hadStepAt.length === screens || Date.now() > until) return
      // oxlint-disable-next-line no-await-in-loop
      await pause(50)
    }
  }

  async #settled(): Promise<Count> {
    await pause(SETTLED_MS)
    return this.#crowd.count()
  }

  async #checkThatAllAreThere(): Promise<void> {
    const { wasClosed } = await this.#crowd.count()
    if (wasClosed > 0) throw new Error(`The server ended ${wasClosed} lines.`)
  }

  async #repeated<Value>(one: (turn: number) => Promise<Value>): Promise<readonly Value[]> {
    const values: Value[] = []
    for (let turn = 0; turn < TIMES; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      values.push(await one(turn))
    }
    return values
  }

  async #measureIdle(): Promise<void> {
    this.#idleMs = 0
    this.#idleMs = (await this.#cpuOf(() => pause(SETTLED_MS))) / (SETTLED_MS / 1000)
  }

  /** CPU of the server while something goes on, without what it uses when nothing does. */
  async #cpuOf(work: () => Promise<unknown>): Promise<number> {
    const before = await this.#use()
    const startedAt = performance.now()
    await work()
    const seconds = (performance.now() - startedAt) / 1000
    const after = await this.#use()
    return Math.max(0, after.cpuMs - before.cpuMs - seconds * this.#idleMs)
  }

  async #use(): Promise<Use> {
    const use = await this.#server.ask<Use>('use')
    this.#longestBlockMs = Math.max(this.#longestBlockMs, use.longestBlockMs)
    return use
  }
}

/** Of a person in the middle; the first screen is the console. */
function bytesOfOne(before: Count, after: Count): number {
  const each = before.bytes.map((bytes, screen) => (after.bytes[screen] ?? bytes) - bytes)
  return middle(each.slice(1))
}

function middle(values: readonly number[]): number {
  return median(values) ?? 0
}
