import type { BoardRecord } from '@stip/board'
import { aNote } from '@stip/documents/examples'

/** A stroke of the pen with a number of points. */
export function aStroke(name: string, points: number): BoardRecord {
  return {
    ...aNote(name),
    type: 'draw',
    props: {
      color: 'black',
      fill: 'none',
      dash: 'draw',
      size: 'm',
      isComplete: true,
      isClosed: false,
      isPen: false,
      scale: 1,
      segments: [
        {
          type: 'free',
          points: Array.from({ length: points }, (_, point) => ({
            x: point % 512,
            y: point % 7,
            z: 0.5,
          })),
        },
      ],
    },
  }
}
