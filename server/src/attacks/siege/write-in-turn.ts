import type * as Y from 'yjs'
import type { Line } from '../line.ts'
import type { Scene } from './scene.ts'

/** Writes a number of times, each when the one before was dealt with, until refused. */
export async function writeInTurn(
  scene: Scene,
  line: Line,
  times: number,
  change: (doc: Y.Doc, turn: number) => void,
): Promise<void> {
  for (let turn = 0; turn < times && line.refused === undefined && line.isOpen; turn++) {
    line.write((doc) => change(doc, turn))
    // oxlint-disable-next-line no-await-in-loop
    await scene.dealtWith(line, line.written)
  }
}
