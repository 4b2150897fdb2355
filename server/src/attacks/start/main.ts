import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { BackgroundCheck } from '../../storage/check/background-check.ts'
import { freePort } from '../live/server-process.ts'
import { fillFolder } from './full-folder.ts'

// Measures how soon a server listens that has years of evenings in its data folder, and how long it
// takes to look through all of them.

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '500' },
    mb: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
  },
})

const full = mkdtempSync(join(tmpdir(), 'stip-start-full-'))
const empty = mkdtempSync(join(tmpdir(), 'stip-start-empty-'))
try {
  const [sessions, mb] = [Number(values.sessions), Number(values.mb)]
  await fillFolder(full, { sessions, mb })
  say(`${sessions} sessions, ${mb} MB of moments; beside it a folder with nothing in it`)
  for (let run = 1; run <= Number(values.runs); run++) {
    // In turn: whatever else the machine does, it does to both.
    // oxlint-disable-next-line no-await-in-loop
    const [fullMs, emptyMs] = [await timeToListen(full), await timeToListen(empty)]
    say(`run ${run}: listens after ${Math.round(fullMs)} ms, empty ${Math.round(emptyMs)} ms`)
  }
  const startedAt = performance.now()
  const verdict = await checked()
  say(
    `looked through in the background: ${verdict}, ${Math.round(performance.now() - startedAt)} ms`,
  )
} finally {
  for (const folder of [full, empty]) rmSync(folder, { recursive: true, force: true })
}

async function timeToListen(folder: string): Promise<number> {
  const port = await freePort()
  const startedAt = performance.now()
  const child = fork(fileURLToPath(new URL('../../../dist/main.js', import.meta.url)), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {
      ...process.env,
      STIP_PORT: String(port),
      STIP_HOST: '127.0.0.1',
      STIP_DATA_DIR: folder,
      STIP_LOG_LEVEL: 'error',
      STIP_PUBLIC_URL: '',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await fetch(`http://127.0.0.1:${port}/api/me`).catch(() => undefined)
      if (answer?.ok === true) return performance.now() - startedAt
      if (child.exitCode !== null) throw new Error('The server did not start.')
      // oxlint-disable-next-line no-await-in-loop
      await pause(5)
    }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

function checked(): Promise<string> {
  return new Promise((resolve) => {
    void new BackgroundCheck(full, {
      sound: () => resolve('sound'),
      notSound: (error) => resolve(error.message),
    })
  })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
