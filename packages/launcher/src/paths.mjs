import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this clone. */
export const root = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)))

/** Everything the launcher makes stays here, inside the clone and out of git. */
export const cacheFolder = path.join(root, '.stip')

export const logFolder = path.join(cacheFolder, 'log')
export const resultsFolder = path.join(cacheFolder, 'results')
