// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { createShapeId, EditorProvider } from 'tldraw'
import type { Editor, SvgExportContext, TLShape } from 'tldraw'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBoardStore, shapeUtils } from './setup/board-store.ts'
import { fillGapsOfJsdom, headlessEditor } from './test/headless-editor.ts'

beforeAll(fillGapsOfJsdom)

/** Kinds that draw themselves; tldraw's own undo their scale, each in its way. */
const kinds = ['horizon', 'note', 'stip', 'zone']

describe('[I67] what has a scale is in a picture as large as on the board', () => {
  it('goes for every kind that draws itself', () => {
    const ours = shapeUtils.filter(({ prototype }) => Object.hasOwn(prototype, 'toSvg'))
    expect(new Set(ours.map(({ type }) => type))).toEqual(new Set(kinds))
  })

  it.each(kinds.slice(0, 3))('a %s draws itself at scale 1', (type) => {
    const editor = headlessEditor(createBoardStore(), {})
    expect(drawn(editor, type, 2.5)).toBe(drawn(editor, type, 1))
  })
})

function drawn(editor: Editor, type: string, scale: number): string {
  const id = createShapeId()
  editor.createShape({ id, type, meta: { keyCard: true }, props: { scale } })
  const shape = editor.getShape(id) as TLShape
  const context: SvgExportContext = {
    isDarkMode: false,
    scale: 1,
    pixelRatio: 1,
    addExportDef: () => undefined,
    waitUntil: () => undefined,
    resolveAssetUrl: () => Promise.resolve(null),
  }
  const svg = editor.getShapeUtil(shape).toSvg?.(shape, context)
  if (svg instanceof Promise) throw new Error('Nothing of ours is waited for.')
  return renderToStaticMarkup(<EditorProvider editor={editor}>{svg}</EditorProvider>)
}
