import { setPriority } from 'node:os'
import { parseArgs } from 'node:util'
import { seededRandom, shuffled } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import { ServerProcess } from '../live/server-process.ts'
import type { Attack } from './attack.ts'
import { problemsAfter } from './aftermath.ts'
import { attacks } from './attacks.ts'
import { HonestPeople } from './honest-people.ts'
import { Scene } from './scene.ts'

// `npm run siege -- --minutes 10 --seed 1`: everything that one person with a script may try, kind by
// kind, against a live server on which twelve honest people draw. Ends with 1 when anything
// happened that may not happen. See SECURITY.md.

/** What honest people and the server may notice of it. */
const allowed = {
  /** From a move to its being on another screen, in ms. */
  p95Ms: 60,
  p99Ms: 150,
  /** Work of the server's main thread between two turns of its event loop, in ms of CPU time. */
  longestWorkMs: 50,
  growthMb: 150,
} as const
/** The server and twelve people at work for this long come before the first attack. */
const WARM_UP_MS = 8_000
/** Attackers have time; what is timed has not. */
const LOWEST_PRIORITY = 10

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    /** Only attacks with this in their name. */
    only: { type: 'string', default: '' },
  },
})

interface Cost {
  readonly name: string
  readonly work: number
  readonly p99: number
}

setPriority(LOWEST_PRIORITY)
process.exitCode = await siege(Number(values.minutes) * 60_000, seededRandom(Number(values.seed)))

async function siege(ms: number, random: Random): Promise<number> {
  const chosen = attacks.filter(({ name }) => name.includes(values.only))
  if (chosen.length === 0) throw new Error(`There is no attack with '${values.only}' in its name.`)
  const server = await ServerProcess.start()
  const problems = new Set<string>()
  const costs: Cost[] = []
  const latencies: number[] = []
  let [attempts, longestWork, mostBytes, calmP99] = [0, 0, 0, 0]
  let bytesBefore = 0
  const honest = await HonestPeople.start(server.url)
  try {
    await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS))
    calmP99 = percentile((await honest.report()).latencies, 0.99)
    bytesBefore = (await server.health()).rss
    const endsAt = performance.now() + ms
    // Every kind has its turn at least once.
    for (let round = 0; round === 0 || performance.now() < endsAt; round++) {
      for (const attack of shuffled(chosen, random)) {
        if (round > 0 && performance.now() >= endsAt) break
        // One after the other, so that what happens has a name.
        // oxlint-disable no-await-in-loop
        const scene = await Scene.prepare(server.url)
        await attempt(attack, scene, random)
        const during = await server.health()
        for (const problem of await problemsAfter(scene)) {
          problems.add(`${attack.name}: ${problem}`)
        }
        attempts += 1
        const after = await server.health()
        const report = await honest.report()
        // oxlint-enable no-await-in-loop
        const work = Math.max(during.longestWork, after.longestWork)
        longestWork = Math.max(longestWork, work)
        mostBytes = Math.max(mostBytes, during.rss, after.rss)
        latencies.push(...report.latencies)
        for (const problem of report.problems) problems.add(`${attack.name}: honest ${problem}`)
        const p99 = percentile(report.latencies, 0.99)
        costs.push({ name: attack.name, work, p99 })
        const [then, later] = [during, after].map((health) => Math.round(health.longestWork))
        say(
          `${attack.name}: ${then} ms werk, ${later} ms daarna, p99 ${Math.round(p99)} ms, ${Math.round(after.rss / 1e6)} MB`,
        )
      }
    }
  } catch (error) {
    problems.add(String(error))
  }
  honest.leave()
  if (server.hasCrashed) problems.add('the server crashed')
  await server.stop()

  const [p95, p99] = [percentile(latencies, 0.95), percentile(latencies, 0.99)]
  const growthMb = (mostBytes - bytesBefore) / 1e6
  if (latencies.length === 0) problems.add('the honest people did nothing')
  if (p95 > allowed.p95Ms) problems.add(`honest people waited ${Math.round(p95)} ms (p95)`)
  if (p99 > allowed.p99Ms) problems.add(`honest people waited ${Math.round(p99)} ms (p99)`)
  if (longestWork > allowed.longestWorkMs) {
    problems.add(`the main thread was busy for ${Math.round(longestWork)} ms`)
  }
  if (growthMb > allowed.growthMb) problems.add(`the server grew by ${Math.round(growthMb)} MB`)
  say('\nHet meeste werk in één keer (ms), en p99 van wie eerlijk tekent (ms):')
  for (const { name, work, p99: wait } of dearest(costs)) {
    say(`  ${Math.round(work)}  ${Math.round(wait)}  ${name}`)
  }
  for (const problem of problems) say(`NIET GOED: ${problem}`)
  say(
    JSON.stringify({
      attempts,
      kinds: chosen.length,
      crashes: server.hasCrashed ? 1 : 0,
      honestMoves: latencies.length,
      calmP99Ms: Math.round(calmP99),
      p95Ms: Math.round(p95),
      p99Ms: Math.round(p99),
      longestWorkMs: Math.round(longestWork),
      growthMb: Math.round(growthMb),
      problems: problems.size,
    }),
  )
  return problems.size === 0 ? 0 : 1
}

/** One attack. That it fails is what an attacker should meet; what counts is what others meet. */
async function attempt(attack: Attack, scene: Scene, random: Random): Promise<void> {
  try {
    await attack.run(scene, random)
  } catch (error) {
    say(`  (${attack.name}: ${String(error).slice(0, 120)})`)
  }
  scene.leave()
}

function dearest(costs: readonly Cost[]): readonly Cost[] {
  return costs.toSorted((one, other) => other.work - one.work).slice(0, 12)
}

function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
