import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * @typedef {object} ProcessFacts
 * @property {number} parent
 * @property {string} name
 */

const shells = new Set(['sh', 'dash', 'bash', 'zsh', 'ash', 'busybox', 'cmd.exe'])

/**
 * The processes whose end must be ours too: npm, and the shell that npm may have put between
 * itself and us (not every shell replaces itself by the command that it runs).
 *
 * @param {number} parent
 * @param {(pid: number) => ProcessFacts | undefined} look
 * @returns {readonly number[]}
 */
export function guardians(parent, look) {
  const facts = look(parent)
  if (facts === undefined || !shells.has(facts.name) || facts.parent <= 1) return [parent]
  return [parent, facts.parent]
}

/**
 * Calls `onGone` once, as soon as npm is no longer there. A `kill -9` of npm gives no signal to
 * its children: looking is the only way to know.
 */
export function watchNpm(/** @type {() => void} */ onGone) {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const watched = guardians(parent, lookAtProcess)
  const timer = setInterval(() => {
    if (process.ppid === parent && watched.every(isAlive)) return
    clearInterval(timer)
    onGone()
  }, 500)
  timer.unref()
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, but of somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * @param {number} pid
 * @returns {ProcessFacts | undefined}
 */
function lookAtProcess(pid) {
  try {
    if (process.platform === 'linux')
      return factsFromStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    if (process.platform === 'win32') return undefined
    const line = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
    const [, parent = '0', name = ''] = /^\s*(\d+)\s+(.*?)\s*$/.exec(line) ?? []
    return { parent: Number(parent), name: name.replace(/^.*\//, '').replace(/^-/, '') }
  } catch {
    // Not to be found out here: then we watch the parent alone.
    return undefined
  }
}

/**
 * Reads `/proc/<pid>/stat`. The name stands between parentheses and may itself contain them.
 *
 * @param {string} stat
 * @returns {ProcessFacts}
 */
export function factsFromStat(stat) {
  const end = stat.lastIndexOf(')')
  const name = stat.slice(stat.indexOf('(') + 1, end)
  const [, parent = '0'] = stat.slice(end + 2).split(' ')
  return { name, parent: Number(parent) }
}
