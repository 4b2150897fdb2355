import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { ArgumentError, countOf } from '../arguments.ts'
import { percentile } from '../figures/percentile.ts'
import { freePort } from '../servers/free-port.ts'
import { RunningServer } from '../servers/running.ts'
import { measurePlans } from './plans.ts'
import { Room } from './room.ts'
import { Watchers } from './watchers.ts'

// Measures a merge: its plan by itself, and on a server with a room that looks on.

/** After this long everybody was told what there was to tell. */
const SETTLED_MS = 3000

const usage = `npm run bench:merge -- [options]
  --people N    how many look at the vision (default 60)
  --runs N      how often each (default 3)
  --profile FOLDER  writes CPU profiles of the server`

interface FullRoom {
  readonly groups: number
  /** Notes on each board, and how many of these are hoofdpunten. */
  readonly records: number
  readonly keyCards: number
}

/** An evening that went on for long, one in which everything is a hoofdpunt, and more than any evening has. */
const rooms: readonly FullRoom[] = [
  { groups: 3, records: 500, keyCards: 20 },
  { groups: 3, records: 500, keyCards: 500 },
  { groups: 10, records: 1000, keyCards: 1000 },
]

interface Choice {
  readonly people: number
  readonly runs: number
  readonly profile: string | undefined
}

process.exitCode = await main()

async function main(): Promise<number> {
  let choice: Choice
  try {
    choice = readChoice(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error
    process.stderr.write(`${error.message}\n\n${usage}\n`)
    return 1
  }
  say(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}\n`,
  )
  for (let run = 1; run <= choice.runs; run++) {
    for (const [boards, records] of [
      [10, 1000],
      [100, 120],
    ] as const) {
      const { what, collectMs, besideMs, writes, writesAgain } = measurePlans(boards, records)
      const parts = `vision ${ms(collectMs)}, beside each other ${ms(besideMs)}`
      say(`plan of ${what}: ${parts}, ${writes} writes; again ${writesAgain} on the vision`)
    }
  }
  for (const full of rooms) {
    for (let run = 1; run <= choice.runs; run++) {
      // oxlint-disable-next-line no-await-in-loop -- One server at a time.
      await measureRoom(choice, full)
    }
  }
  return 0
}

/** One merge of a room, and one after it in which there is nothing new. */
async function measureRoom(
  { people, profile }: Choice,
  { groups, records, keyCards }: FullRoom,
): Promise<void> {
  const port = await freePort()
  const watch = new URL('../session/in-server.mjs', import.meta.url)
  const server = new RunningServer({ server: 'stip', port, watch, profile })
  const watchers = new Watchers()
  try {
    await server.start()
    const room = await Room.open(new URL(`http://127.0.0.1:${port}`), people, groups)
    await room.fill(records, keyCards)
    await watchers.watch(room.atVision)
    await pause(SETTLED_MS)
    const first = await measureMerge(server, watchers, room)
    const notes = await room.notesOn(room.visionId)
    if (notes !== groups * keyCards) throw new Error(`The vision has ${notes} notes.`)
    const again = await measureMerge(server, watchers, room)
    say(
      `${groups} boards of ${records}, ${keyCards} hoofdpunten each, ${people} look on: answered in ${ms(first.tookMs)}, on all screens p95 ${ms(first.p95)}, ` +
        `last ${ms(first.last)}, longest block ${ms(first.longestBlockMs)}, CPU of the server ${ms(first.cpuMs)}, ${kilobytes(first.bytes)} per screen; ` +
        `again: ${ms(again.tookMs)}, CPU ${ms(again.cpuMs)}, ${again.bytes} bytes`,
    )
  } finally {
    watchers.end()
    await server.remove()
  }
}

async function measureMerge(server: RunningServer, watchers: Watchers, room: Room) {
  const use = (): Promise<{ readonly longestBlockMs: number; readonly cpuMs: number }> =>
    server.ask('use')
  const before = await watchers.seen()
  const { cpuMs: cpuBefore } = await use()
  const { sentAt, tookMs } = await room.command({ type: 'merge' })
  await pause(SETTLED_MS)
  const { longestBlockMs, cpuMs } = await use()
  const after = await watchers.seen()
  const late = after.map(({ lastAt }) => Math.max(0, lastAt - sentAt))
  const bytes = after.map((screen, at) => screen.bytes - (before[at]?.bytes ?? 0))
  return {
    tookMs,
    longestBlockMs,
    cpuMs: cpuMs - cpuBefore,
    p95: percentile(late, 0.95) ?? 0,
    last: Math.max(0, ...late),
    bytes: percentile(bytes, 0.5) ?? 0,
  }
}

/** @throws {ArgumentError} */
function readChoice(words: readonly string[]): Choice {
  const given = new Map<string, string>()
  for (let at = 0; at < words.length; at += 2) {
    const name = (words[at] ?? '').replace(/^--/, '')
    const value = words[at + 1]
    if (!usage.includes(` --${name} `)) throw new ArgumentError(`I do not know ${words[at]}.`)
    if (value === undefined) throw new ArgumentError(`--${name} needs a value.`)
    given.set(name, value)
  }
  return {
    people: countOf(given, 'people') ?? 60,
    runs: countOf(given, 'runs') ?? 3,
    profile: given.get('profile'),
  }
}

function ms(value: number): string {
  return `${Math.round(value)} ms`
}

function kilobytes(value: number): string {
  return `${Math.round(value / 1000)} kB`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
