import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { runChild } from '../processes/children.mjs'
import { cacheFolder } from '../paths.mjs'

/** pnpm does the installing; npm only fetches pnpm, since everybody who has Node has npm. */
const pnpm = 'pnpm@12.21.0'

/** Fail after seconds, not minutes, when there is no network at all; and no news or advice. */
const settings = [
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
]

/** @typedef {import('../processes/children.mjs').ChildOptions} ChildOptions */

/**
 * Runs npm as the person has it: with their own registry, proxy and certificates.
 *
 * @param {readonly string[]} parameters
 * @param {ChildOptions} [options]
 */
export function runNpm(parameters, options = {}) {
  const [program, ...first] = npmCommand()
  return runChild(program, [...first, ...settings, ...parameters], {
    ...options,
    env: { ...(options.env ?? process.env), ...cachesFor(isHomeWritable()) },
  })
}

/**
 * Runs our pnpm, with the registry settings that npm uses: pnpm does not read all the places that
 * npm reads.
 *
 * @param {readonly string[]} parameters
 * @param {ChildOptions} options
 */
export async function runPnpm(parameters, options) {
  const registry = await registrySettings(options.env)
  return runNpm(
    ['exec', '--yes', `--package=${pnpm}`, '--', 'pnpm', ...parameters, ...registry],
    options,
  )
}

/** Whether what npm or pnpm printed says that the registry could not be reached. */
export function isOffline(/** @type {string} */ output) {
  return /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b|error sending request|dns error|network timeout/i.test(
    output,
  )
}

/**
 * npm's own program, run by the Node that it belongs to. Run by another Node it would look for
 * its system-wide settings in another place.
 *
 * @returns {[string, ...string[]]}
 */
function npmCommand() {
  const besideNode = path.dirname(realpathSync(process.execPath))
  const candidates = [
    process.env['npm_execpath'],
    path.join(besideNode, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(besideNode, 'node_modules/npm/bin/npm-cli.js'),
  ]
  for (const candidate of candidates) {
    // pnpm and yarn set npm_execpath too.
    if (candidate?.endsWith('npm-cli.js') === true && existsSync(candidate)) {
      return [process.env['npm_node_execpath'] ?? process.execPath, candidate]
    }
  }
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<readonly string[]>}
 */
async function registrySettings(env) {
  const asked = await runNpm(['config', 'list', '--json'], {
    log: 'npm-config',
    ...(env === undefined ? {} : { env }),
  })
  return pnpmSettings(asked.output)
}

/**
 * What npm's `config list --json` printed, as settings for pnpm. Secrets are not in that list;
 * pnpm finds those in the same .npmrc.
 *
 * @param {string} printed - npm may put warnings around the JSON.
 * @returns {readonly string[]}
 */
export function pnpmSettings(printed) {
  const json = printed.slice(printed.indexOf('{'), printed.lastIndexOf('}') + 1)
  /** @type {Record<string, unknown>} */
  let config
  try {
    config = JSON.parse(json)
  } catch {
    // Then pnpm goes by its own reading of the settings.
    return []
  }
  const names = ['registry', 'cafile', 'https-proxy', 'proxy', 'noproxy']
  return names.flatMap((name) => {
    const value = config[name]
    return typeof value === 'string' && value !== '' ? [`--config.${name}=${value}`] : []
  })
}

function isHomeWritable() {
  try {
    accessSync(homedir(), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Where npm and pnpm keep what they fetched: their usual places, or the clone's own folder when the
 * home folder is read-only.
 *
 * @param {boolean} homeIsWritable
 * @returns {NodeJS.ProcessEnv}
 */
export function cachesFor(homeIsWritable) {
  if (homeIsWritable) return {}
  return {
    npm_config_cache: path.join(cacheFolder, 'npm'),
    XDG_CACHE_HOME: path.join(cacheFolder, 'cache'),
    XDG_DATA_HOME: path.join(cacheFolder, 'share'),
    XDG_STATE_HOME: path.join(cacheFolder, 'state'),
    XDG_CONFIG_HOME: path.join(cacheFolder, 'config'),
  }
}
