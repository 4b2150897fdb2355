/**
 * Gives the engine a turn. What weak references were asked for is kept until then, so that without
 * one a night of histories fills the memory after a few hundred.
 */
export function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
