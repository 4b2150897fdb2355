/** A note as people wrote it; of its evening, the words on the zone and which board are enough. */
export interface Note {
  readonly id: string
  readonly board?: string
  readonly zone?: string
  readonly text: string
}

/** What somebody who runs a server may bring: a place in a space of meaning for a text. */
export type Embed = (text: string) => readonly number[]
