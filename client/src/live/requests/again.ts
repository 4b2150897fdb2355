/** Pauses before a question is asked once more, in milliseconds; half of each is chance. */
const pausesMs = [600, 2000, 5000] as const

/** What waits and draws lots, so that a test can do both. */
export interface Again {
  readonly pause: (ms: number) => Promise<void>
  readonly random: () => number
}

const inTheWorld: Again = {
  pause: (ms) =>
    new Promise((done) => {
      setTimeout(done, ms)
    }),
  random: Math.random,
}

/**
 * Asks until there is an answer, or it was tried often enough. Sixty phones that lost the same
 * wifi do not all come back in one moment.
 *
 * @param ask - Must do no harm when it is carried out twice.
 */
export async function again<Value>(
  ask: () => Promise<Value>,
  isLost: (answer: Value) => boolean,
  { pause, random }: Again = inTheWorld,
): Promise<Value> {
  let answer = await ask()
  for (const ms of pausesMs) {
    if (!isLost(answer)) break
    // oxlint-disable-next-line no-await-in-loop
    await pause(ms / 2 + (random() * ms) / 2)
    // oxlint-disable-next-line no-await-in-loop
    answer = await ask()
  }
  return answer
}
