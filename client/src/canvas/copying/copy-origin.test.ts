// @vitest-environment jsdom
import { COPY_OF } from '@stip/board'
import { readBoard } from '@stip/documents'
import { createShapeId } from 'tldraw'
import type { Editor, TLShapeId } from 'tldraw'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { nameOriginals } from './copy-origin.ts'
import { Drawer } from '../test/drawer.ts'
import { fillGapsOfJsdom } from '../test/headless-editor.ts'
import { SimulatedRoom } from '../test/simulated-room.ts'

const [note, other, arrow] = [createShapeId('wens'), createShapeId('zorg'), createShapeId('pijl')]
const drawers: Drawer[] = []

beforeAll(fillGapsOfJsdom)
afterEach(() => {
  for (const drawer of drawers.splice(0)) drawer.leave()
})

describe('[K30] what is copied says what it is a copy of', () => {
  it('when it is doubled, with all that is in it and an arrow between them', () => {
    const { drawer, editor } = someone('bord-a')
    editor.createShapes([
      { id: note, type: 'note' },
      { id: other, type: 'note', x: 500 },
      { id: arrow, type: 'arrow' },
    ])
    for (const [terminal, toId] of [
      ['start', note],
      ['end', other],
    ] as const)
      editor.createBinding({ type: 'arrow', fromId: arrow, toId, props: { terminal } })
    const group = createShapeId('samen')
    editor.groupShapes([note, other], { groupId: group })
    editor.duplicateShapes([arrow, group], { x: 10, y: 10 })
    drawer.frame()
    const originals = new Set<TLShapeId>([note, other, arrow, group])
    const copies = readBoard(drawer.document).filter(
      ({ record }) => record.typeName === 'shape' && !originals.has(record.id as TLShapeId),
    )
    const named = copies.map(({ record }) => [record.meta[COPY_OF], record.type])
    expect(new Map(named as [string, string][])).toEqual(
      new Map([...originals].map((id) => [`bord-a/${id}`, editor.getShape(id)?.type])),
    )
  })

  it('when it is pasted on another board, also when it was a copy itself', () => {
    const here = someone('bord-a')
    here.editor.createShape({ id: note, type: 'note' })
    paste(here.editor, here.editor, [note])
    const [first] = here.editor.getCurrentPageShapes().filter(({ id }) => id !== note)
    expect(first?.meta[COPY_OF]).toBe(`bord-a/${note}`)
    const there = someone('visie')
    paste(here.editor, there.editor, [first?.id ?? note])
    expect(there.editor.getCurrentPageShapes().map(({ meta }) => meta[COPY_OF])).toEqual([
      `bord-a/${first?.id}`,
    ])
  })
})

function paste(from: Editor, to: Editor, shapes: TLShapeId[]): void {
  const content = from.getContentFromCurrentPage(shapes)
  if (content !== undefined) to.putContentOntoCurrentPage(structuredClone(content))
}

function someone(boardId: string): { readonly drawer: Drawer; readonly editor: Editor } {
  const drawer = new Drawer(new SimulatedRoom(), drawers.length + 1)
  drawers.push(drawer)
  nameOriginals(drawer.editor, boardId)
  return { drawer, editor: drawer.editor }
}
