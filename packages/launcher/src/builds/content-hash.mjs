import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

const skipped = new Set(['node_modules', 'dist', 'coverage', '.git'])

/** Whether a file can change what the client looks like or does. */
export function isBuildInput(/** @type {string} */ name) {
  return !/\.(test|contract|fuzz)\.|\.md$/.test(name)
}

/**
 * One value for the contents of files and folders, the same on every machine: times do not count,
 * so a fresh checkout of the same commit is the same.
 *
 * @param {string} root
 * @param {readonly string[]} places - Files and folders, relative to `root`; what is missing counts as missing.
 */
export function contentHash(root, places) {
  const hash = createHash('sha256')
  for (const place of places) {
    for (const file of filesOf(root, place)) {
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(root, file)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} place
 * @returns {readonly string[]} Paths with forward slashes, in a fixed order.
 */
function filesOf(root, place) {
  let entries
  try {
    entries = readdirSync(path.join(root, place), { withFileTypes: true })
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') return [place]
    throw error
  }
  return entries
    .filter((entry) => !skipped.has(entry.name) && isBuildInput(entry.name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = `${place}/${entry.name}`
      return entry.isDirectory() ? filesOf(root, inside) : entry.isFile() ? [inside] : []
    })
}
