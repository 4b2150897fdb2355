/** Takes all steps of a piece of work one after the other. */
export function atOnce<Outcome>(steps: Generator<void, Outcome>): Outcome {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}
