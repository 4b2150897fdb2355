import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { ArgumentError, readArguments, usage } from './arguments.ts'
import type { Choice } from './arguments.ts'
import { goals } from './figures/goals.ts'
import { rowOf } from './figures/row.ts'
import type { Row } from './figures/row.ts'
import { tableOf, verdictTable } from './figures/table.ts'
import { verdictsOn } from './figures/verdicts.ts'
import { paceOfDisk } from './driver/disk.ts'
import { machineSeconds } from './driver/server-load.ts'
import { runOnce } from './run.ts'

// Measures Stip beside its peers. See SPEC.md for what the figures mean.

/** Cores that others may use before it is worth a warning. */
const QUIET = 0.3

process.exitCode = await main()

async function main(): Promise<number> {
  let choice: Choice
  try {
    choice = readArguments(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error
    process.stderr.write(`${error.message}\n\n${usage}\n`)
    return 1
  }
  await warnWhenBusy()
  const disk = await paceOfDisk()
  say(
    `A small write is on this disk after ${disk.median?.toFixed(1)} ms (median), ${disk.p99?.toFixed(1)} ms (p99).`,
  )
  const rows = await measureAll(choice)
  if (choice.json !== undefined) {
    writeFileSync(choice.json, `${JSON.stringify(rows, undefined, 2)}\n`)
  }
  const asked = goals.filter(({ scenario }) => choice.scenarios.includes(scenario))
  say(
    `\n${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
  )
  say(tableOf(rows))
  say(`\n${verdictTable(verdictsOn(rows, asked))}`)
  const failed = rows.filter(({ error }) => error !== undefined)
  for (const { scenario, server, run, error } of failed) {
    process.stderr.write(`\nCould not measure ${server} in ${scenario}, run ${run}: ${error}\n`)
  }
  return rows.length === 0 || failed.length > 0 ? 1 : 0
}

/** A crowded machine measures the crowd; the rows say so too. */
async function warnWhenBusy(): Promise<void> {
  const before = machineSeconds()
  await pause(2000)
  const after = machineSeconds()
  const busy = before === undefined || after === undefined ? 0 : (after - before) / 2
  if (busy > QUIET) {
    say(
      `Others on this machine use ${busy.toFixed(1)} of ${cpus().length} cores: latencies will say little.`,
    )
  }
}

/** Servers take turns: whatever else the machine does, it does to all of them. */
async function measureAll(choice: Choice): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const scenario of choice.scenarios) {
    for (let run = 1; run <= choice.runs; run++) {
      for (const server of choice.servers) {
        const outcome = await runOnce(scenario, server, choice).catch((error: unknown) =>
          error instanceof Error ? error : new Error(String(error)),
        )
        const row = rowOf({ scenario, server, run }, outcome)
        rows.push(row)
        say(summaryOf(row))
      }
    }
  }
  return rows
}

function summaryOf(row: Row): string {
  const { scenario, server, run, usPerDelivered, serverCores, p99, error } = row
  const found =
    error === undefined
      ? [
          usPerDelivered === undefined ? '' : `${usPerDelivered.toFixed(2)} µs/delivered`,
          serverCores === undefined ? '' : `${serverCores.toFixed(2)} cores`,
          p99 === undefined ? '' : `p99 ${p99.toFixed(1)} ms`,
          row.saturated ? 'saturated' : '',
        ]
      : ['not measured']
  return [`${scenario} run ${run} ${server}:`, ...found.filter((word) => word !== '')].join('  ')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
