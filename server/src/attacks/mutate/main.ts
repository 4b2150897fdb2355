import { parseArgs } from 'node:util'
import { seededRandom } from '@stip/primitives'
import { costsOfAttacks } from './floods.ts'
import { LiveBoard } from './live-board.ts'
import { Mutations } from './mutations.ts'
import { ServerProcess } from '../live/server-process.ts'

// `npm run mutate -- --count 1000000 --seed 1`: mutated updates against a live room of the real
// server. Ends with 1 when anything happened that may not happen.

const AT_ONCE = 16
/** Updates with the same originals, which are then made anew from the board as it is. */
const PER_LOOK = 1_000
/** Updates on one board; the next comes with a new session. What is accepted makes it larger, and making attacks on it slower. */
const PER_BOARD = 10_000
/** The longest that the event loop of the server may be busy with one thing, in ms. */
const LONGEST_WORK_MS = 100
const SLOWEST_P95_MS = 100
/** What the whole list of attacks may add to the memory of the server. */
const MOST_ATTACK_MB = 200

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
})

process.exitCode = await mutate(Number(values.count), Number(values.seed))

async function mutate(count: number, seed: number): Promise<number> {
  const startedAt = performance.now()
  const server = await ServerProcess.start()
  const mutations = new Mutations(seededRandom(seed))
  const tally = { accepted: 0, 'nothing new': 0, refused: 0 }
  const problems: string[] = []
  const latencies: number[] = []
  let [longestWork, longestDelay, mostBytes] = [0, 0, 0]
  const { rss: bytesBefore } = await server.health()
  let attackMb = 0
  try {
    const board = await LiveBoard.prepare(server.url)
    const costs = await costsOfAttacks(board, server)
    attackMb = Math.round(((await server.health()).rss - bytesBefore) / 1e6)
    say(`De hele lijst aanvallen: ${attackMb} MB erbij. Het meeste werk in één keer (ms):`)
    for (const { name, longestWork: work } of costs.slice(0, 5)) say(`  ${work}  ${name}`)
    longestWork = costs[0]?.longestWork ?? 0
    if (attackMb > MOST_ATTACK_MB) problems.push(`the attacks left ${attackMb} MB`)
    problems.push(...(await board.problems()))
    board.leave()
    for (let sent = 0; sent < count;) {
      // One board after the other, so that none of them fills up.
      // oxlint-disable no-await-in-loop
      const board = await LiveBoard.prepare(server.url)
      const bystander = board.newBystander()
      const end = Math.min(count, sent + PER_BOARD)
      while (sent < end) {
        mutations.lookAt(board.seen)
        const part = Math.min(PER_LOOK, end - sent)
        let left = part
        const work = async (): Promise<void> => {
          while (left-- > 0) tally[await board.send(mutations.next())]++
        }
        await Promise.all(Array.from({ length: AT_ONCE }, work))
        sent += part
        const health = await server.health()
        longestWork = Math.max(longestWork, health.longestWork)
        longestDelay = Math.max(longestDelay, health.longestDelay)
        mostBytes = Math.max(mostBytes, health.rss)
        if (sent % 10_000 < PER_LOOK) {
          say(`${sent} verstuurd, ${Math.round(health.rss / 1e6)} MB: ${JSON.stringify(tally)}`)
        }
      }
      const { latencies: waits, refused } = await bystander.leave()
      latencies.push(...waits)
      if (refused !== undefined) problems.push(`honest work was refused: ${refused}`)
      problems.push(...(await board.problems()))
      board.leave()
      // oxlint-enable no-await-in-loop
    }
  } catch (error) {
    problems.push(String(error))
  }
  if (server.hasCrashed) problems.push('the server crashed')
  await server.stop()

  const p95 = percentile(latencies, 0.95)
  if (latencies.length === 0) problems.push('the bystander did nothing')
  if (longestWork > LONGEST_WORK_MS) problems.push(`the event loop was busy for ${longestWork} ms`)
  if (p95 > SLOWEST_P95_MS) problems.push(`the bystander waited ${p95} ms (p95)`)
  if (tally.accepted === 0) problems.push('nothing was accepted: refusing everything is no defence')
  const sent = tally.accepted + tally['nothing new'] + tally.refused
  if (sent !== count) problems.push(`${sent} of ${count} were answered`)
  say('')
  for (const problem of problems.slice(0, 20)) say(`NIET GOED: ${problem}`)
  say(
    JSON.stringify({
      sent,
      ...tally,
      seconds: Math.round((performance.now() - startedAt) / 1000),
      crashes: server.hasCrashed ? 1 : 0,
      longestWorkMs: Math.round(longestWork),
      longestDelayMs: Math.round(longestDelay),
      attackMb,
      mostMb: Math.round(mostBytes / 1e6),
      bystanderMoves: latencies.length,
      bystanderP95Ms: Math.round(p95),
      problems: problems.length,
    }),
  )
  return problems.length === 0 ? 0 : 1
}

function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
