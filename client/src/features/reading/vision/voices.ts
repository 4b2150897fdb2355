import type { SessionView } from '@stip/api'
import type { Said, VisionReading } from '../../../reading/vision-reading.ts'

/** The vision with other voices below the sentences that they are about, in letters as large. */
export function withVoices(
  reading: VisionReading,
  voices: SessionView['otherVoices'] = [],
): VisionReading {
  const byStatement = new Map(voices.map(({ id, said }) => [id, said]))
  const among = (all: readonly Said[]): readonly Said[] =>
    all.flatMap((one) => [
      one,
      ...(byStatement.get(one.id) ?? []).map(({ id, text, also }) => {
        return { id, text, letters: [], also, about: one.text }
      }),
    ])
  return {
    ...reading,
    sentences: among(reading.sentences),
    below: reading.below.map(({ title, said }) => ({ title, said: among(said) })),
    beside: reading.beside.map(({ title, said }) => ({ title, said: among(said) })),
  }
}
