import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { ArgumentError } from '../arguments.ts'
import { readChoice, usage } from './choice.ts'
import type { Choice } from './choice.ts'
import { sessionTable } from './figures.ts'
import { measure } from './measure.ts'
import type { Figures } from './measure.ts'

// Measures what one session with many people costs, beside another build of Stip if asked.

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
  const own: Figures[] = []
  const other: Figures[] = []
  for (let run = 1; run <= choice.runs; run++) {
    if (choice.beside !== undefined) {
      // One after the other: whatever else the machine does, it does to both.
      // oxlint-disable-next-line no-await-in-loop
      other.push(await measure(choice, resolve(choice.beside)))
      say(`run ${run}, beside: ${JSON.stringify(other.at(-1))}`)
    }
    // oxlint-disable-next-line no-await-in-loop
    own.push(await measure(choice, undefined))
    say(`run ${run}, here: ${JSON.stringify(own.at(-1))}`)
  }
  say(
    `\n${choice.people} people, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}\n`,
  )
  say(sessionTable(own, other))
  return 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
