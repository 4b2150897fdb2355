import type { BoardRecord } from '@stip/board'
import { aReader, bytesOf, read } from '../../../test/files.ts'
import type { BoardImport } from '../../board-import.ts'
import { readExcalidrawFile } from '../read-excalidraw.ts'

/** What becomes of these elements. */
export function board(...elements: readonly object[]): BoardImport {
  const files = { a: { dataURL: 'data:image/png;base64,AAAA', mimeType: 'image/png' } }
  return read(
    readExcalidrawFile(bytesOf({ type: 'excalidraw', version: 2, elements, files }), aReader()),
  )
}

/** The shapes that become of these elements. */
export function shapesOf(...elements: readonly object[]): readonly BoardRecord[] {
  return board(...elements).records.filter(({ typeName }) => typeName === 'shape')
}

/** As little as an old file has. */
export function anElement(id: string, differences: object = {}): object {
  return {
    id,
    type: 'rectangle',
    x: 0,
    y: 0,
    width: 100,
    height: 50,
    strokeColor: '#000000',
    ...differences,
  }
}

/** Words. */
export function aText(id: string, differences: object): object {
  return anElement(id, { type: 'text', fontSize: 20, ...differences })
}
