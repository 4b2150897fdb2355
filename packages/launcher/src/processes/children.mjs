import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { logFolder, root } from '../paths.mjs'

/**
 * @typedef {object} ChildOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [log] - Name of the log that catches the output; without it the output is shown.
 * @property {NodeJS.Signals} [stopSignal] - What asks this child to stop; SIGTERM unless said.
 */

/** @typedef {{ code: number, output: string }} Outcome */

const onWindows = process.platform === 'win32'

/** @type {Map<import('node:child_process').ChildProcess, NodeJS.Signals>} */
const running = new Map()

let isClosing = false

/**
 * Runs a program to its end. On Linux and macOS it gets a process group of its own, so that a
 * Ctrl-C in the terminal reaches only the launcher, which then stops the whole group exactly once.
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {ChildOptions} [options]
 * @returns {Promise<Outcome>} `code` is 127 when the program could not be started. Once
 *   {@link stopChildren} was called nothing starts any more.
 */
export function runChild(program, parameters, options = {}) {
  if (isClosing) return Promise.resolve({ code: 128, output: '' })
  const { cwd = root, env = process.env, log, stopSignal = 'SIGTERM' } = options
  const logPath = log === undefined ? undefined : path.join(logFolder, `${log}.log`)
  if (logPath !== undefined) mkdirSync(logFolder, { recursive: true })
  const output = logPath === undefined ? 'inherit' : openSync(logPath, 'w')
  const child = spawn(program, parameters, {
    cwd,
    env,
    detached: !onWindows,
    stdio: ['ignore', output, output],
    // Only Windows' .cmd files need a shell.
    shell: onWindows && program.endsWith('.cmd'),
  })
  running.set(child, stopSignal)
  return new Promise((resolve) => {
    const settle = (/** @type {number} */ code) => {
      if (!running.delete(child)) return
      if (typeof output === 'number') closeSync(output)
      resolve({ code, output: logPath === undefined ? '' : readFileSync(logPath, 'utf8') })
    }
    child.once('error', () => settle(127))
    child.once('exit', (code, signal) => settle(code ?? (signal === null ? 1 : 128)))
  })
}

/** Whether anything the launcher started is still there. */
export function isAnythingRunning() {
  return running.size > 0
}

/** Asks everything that runs to stop, or with `force` makes it. */
export function stopChildren(/** @type {boolean} */ force) {
  isClosing = true
  for (const [child, stopSignal] of running) {
    const signal = force ? 'SIGKILL' : stopSignal
    if (child.pid === undefined) continue
    try {
      if (onWindows) child.kill(signal)
      else process.kill(-child.pid, signal)
    } catch {
      // It has just ended by itself: that is what we wanted.
    }
  }
}
