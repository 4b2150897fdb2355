/** How far the play is. */
export interface Progress {
  /** The step that is being played, from 1. */
  readonly step: number
  /** The last step that will be played. */
  readonly lastStep: number
  readonly title: string
  readonly people: number
  readonly notes: number
  readonly strokes: number
  /** The server asked to wait a moment. */
  readonly isWaiting: boolean
}

/** The same as one line for a person. */
export function progressLine(progress: Progress): string {
  const { step, lastStep, title, people, notes, strokes, isWaiting } = progress
  const line = `Stap ${step} van ${lastStep} (${title}): ${people} mensen, ${notes} briefjes, ${strokes} lijnen`
  return isWaiting ? `${line}. De server vraagt om even te wachten …` : line
}
