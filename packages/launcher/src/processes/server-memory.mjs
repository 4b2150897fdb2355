import path from 'node:path'
import { cacheFolder } from '../paths.mjs'

/**
 * The environment of a server, with the memory of the C library held together: by itself it learns
 * from every large piece that is given back to keep the next ones, and a server of boards, which
 * passes megabytes from thread to thread, held twice what it used. Pieces from 64 KB on go back to
 * the machine at once. Other systems do not know these names.
 *
 * What Node made of the TypeScript is kept from one start to the next: then it need not load, for as
 * long as it runs, what makes that.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withSteadyMemory(env) {
  return {
    MALLOC_MMAP_THRESHOLD_: '65536',
    MALLOC_TRIM_THRESHOLD_: '65536',
    NODE_COMPILE_CACHE: path.join(cacheFolder, 'compiled'),
    ...env,
  }
}
