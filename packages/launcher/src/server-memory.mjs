/**
 * The environment of a server, with the memory of the C library held together: by itself it learns
 * from every large piece that is given back to keep the next ones, and a server of boards, which
 * passes megabytes from thread to thread, held twice what it used. Pieces from 64 KB on go back to
 * the machine at once. Other systems do not know these names.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withSteadyMemory(env) {
  return { MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '65536', ...env }
}
