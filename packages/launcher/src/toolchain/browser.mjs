import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChild } from '../processes/children.mjs'
import { LaunchError, step } from '../say.mjs'

const e2eFolder = fileURLToPath(new URL('../../../../e2e', import.meta.url))

/**
 * Where a browser can be, best first. `undefined` as path: Playwright's own, which it finds itself.
 *
 * @typedef {object} Surroundings
 * @property {string | undefined} chosen - STIP_BROWSER.
 * @property {boolean} hasPlaywrights - Whether Playwright's own Chromium is there.
 * @property {readonly string[]} installed - Browsers found on the machine, best first.
 */

/**
 * Which browser the tests use: the one the person chose, Playwright's own, or what is on the
 * machine.
 *
 * @param {Surroundings} surroundings
 * @returns {{ kind: 'program', path: string } | { kind: 'playwright' } | { kind: 'none' }}
 */
export function chooseBrowser({ chosen, hasPlaywrights, installed }) {
  if (chosen !== undefined && chosen !== '') return { kind: 'program', path: chosen }
  if (hasPlaywrights) return { kind: 'playwright' }
  const [first] = installed
  return first === undefined ? { kind: 'none' } : { kind: 'program', path: first }
}

/** The browser as it is now, without installing anything. */
export function findBrowser() {
  return chooseBrowser({
    chosen: process.env['STIP_BROWSER'],
    hasPlaywrights: hasPlaywrightsBrowser(),
    installed: browserPlaces(process.platform, process.env).filter((place) => existsSync(place)),
  })
}

/**
 * Finds a browser, and installs one when there is none: Playwright's own, and where that cannot
 * be downloaded, the system's (as root only: nobody expects a test to ask for a password).
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @throws {LaunchError} When there is no browser and none can be installed.
 */
export async function ensureBrowser(node, env) {
  if (findBrowser().kind !== 'none') return
  await step('Chromium ophalen voor de browsertests', async () => {
    await runChild(node, [playwrightProgram(), 'install', 'chromium'], { env, log: 'chromium' })
    if (findBrowser().kind !== 'none' || !isRoot()) return
    const quietly = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }
    await runChild('apt-get', ['update'], { ...quietly, log: 'apt-update' })
    await runChild('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      ...quietly,
      log: 'apt-chromium',
    })
  })
  if (findBrowser().kind === 'none') {
    throw new LaunchError(
      'Er is geen browser voor de tests: installeer Chrome of Chromium, of zet het pad ervan in STIP_BROWSER, en start opnieuw.',
    )
  }
}

/** Chromium's sandbox does not work as root; anybody else keeps it. */
export function browserParameters() {
  return isRoot() ? ['--no-sandbox'] : []
}

export function playwrightProgram() {
  return path.join(e2eFolder, 'node_modules/@playwright/test/cli.js')
}

function isRoot() {
  return process.getuid?.() === 0
}

function hasPlaywrightsBrowser() {
  try {
    const { chromium } = createRequire(path.join(e2eFolder, 'package.json'))('@playwright/test')
    if (!existsSync(chromium.executablePath())) return false
    // Headless runs use the shell that is installed beside it; a half installation does not count.
    const folder = path.resolve(chromium.executablePath(), '../../..')
    return readdirSync(folder).some((name) => name.startsWith('chromium_headless_shell'))
  } catch {
    // Not installed, or not downloaded.
    return false
  }
}

/**
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[]} Paths, best first; most do not exist.
 */
export function browserPlaces(platform, env) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return programs.flatMap((program) =>
      folders.flatMap((folder) => (folder === undefined ? [] : [`${folder}\\${program}`])),
    )
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return [...names, 'microsoft-edge', 'microsoft-edge-stable'].flatMap((name) =>
    [...new Set(folders.filter((folder) => folder.startsWith('/')))].map(
      (folder) => `${folder}/${name}`,
    ),
  )
}
