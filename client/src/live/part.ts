/** How long a part of the page may take to come, in milliseconds: a megabyte over poor wifi. */
const limitMs = 45_000
/** The first pause before it is asked for again, in milliseconds; each is twice as long. */
const firstPauseMs = 1000

/** What is thrown when a part did not come; the screen then offers to load the page anew. */
export class PartMissing extends Error {
  override readonly name = 'PartMissing'
}

/**
 * Fetches a part of the page that is loaded when it is needed: tries again when the network refuses
 * it, and gives up after a limit. A browser keeps waiting for a file on a line that hangs, whoever
 * asks again; only a page that is loaded anew asks anew.
 *
 * @param load - `() => import('…')`; a test finds those that do without.
 * @throws {PartMissing}
 */
export function part<Module>(load: () => Promise<Module>): Promise<Module> {
  return new Promise((resolve, reject) => {
    let isOver = false
    let pauseMs = firstPauseMs
    let again: ReturnType<typeof setTimeout> | undefined
    const limit = setTimeout(() => {
      isOver = true
      clearTimeout(again)
      reject(new PartMissing())
    }, limitMs)
    const tryOnce = async (): Promise<void> => {
      try {
        const module = await load()
        clearTimeout(limit)
        resolve(module)
      } catch {
        // What the network refuses comes another time, until the limit says that it is enough.
        if (!isOver) again = setTimeout(() => void tryOnce(), pauseMs)
        pauseMs *= 2
      }
    }
    void tryOnce()
  })
}
