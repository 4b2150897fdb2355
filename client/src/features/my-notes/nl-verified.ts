/** What who leads reads of what makers of notes said. */
export const nlVerified = {
  counts: (said: {
    readonly right: number
    readonly different: number
    readonly takeAway: number
  }) =>
    `Wie deze briefjes schreven: ${[
      said.right > 0 && `${said.right} × klopt`,
      said.different > 0 && `${said.different} × anders`,
      said.takeAway > 0 && `${said.takeAway} × haal weg`,
    ]
      .filter((each) => each !== false)
      .join(' · ')}`,
} as const
