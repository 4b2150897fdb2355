import { randomInt } from 'node:crypto'
import { readChoice, usage } from './choice.ts'
import type { Choice } from './choice.ts'
import { Run } from './run.ts'

// `npm run chaos`: the real server, killed and damaged in every way we can think of, while raw
// clients draw. Nothing that anybody was told about may get lost or go bad unnoticed.

process.exitCode = await start()

async function start(): Promise<number> {
  let choice: Choice
  try {
    choice = readChoice(process.argv.slice(2), randomInt(2 ** 31))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
    return 1
  }
  const run = new Run(choice, (line) => process.stdout.write(`${line}\n`))
  try {
    await run.toTheEnd()
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.stdout.write(`${run.tally.line.replace('GOED:', 'AFGEBROKEN:')}\n`)
    return 1
  } finally {
    await run.clean()
  }
  process.stdout.write(`${run.tally.line}\n`)
  return run.tally.isGood ? 0 : 1
}
