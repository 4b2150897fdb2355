import { createShapeId, toRichText } from 'tldraw'
import type { Editor, TLShapePartial, VecLike } from 'tldraw'
import { nlInOut } from '../../texts/files/nl-in-out.ts'
import type { BoardBinding } from '../binding/board-binding.ts'
import type { Notices } from '../notices.ts'

/** Fewer are a text; more belong in a file, where one can see how far it is. */
const LEAST_LINES = 2
const MOST_LINES = 500
/** From the left side of a note to that of the next, in board units. */
const PITCH = 220
/** Blocks are a little wider than high, as screens are. */
const WIDTH_TO_HEIGHT = 1.6

interface PasteOptions {
  readonly editor: Editor
  readonly binding: BoardBinding
  readonly notices: Notices
  /** What tldraw itself makes of it: one text. */
  readonly asOneText: () => void | Promise<void>
}

interface PastedText {
  readonly text: string
  readonly point?: VecLike | undefined
}

/** Makes a note of every pasted line, in a tidy block and as one step; one line stays a text. */
export async function pasteLines(
  { text, point }: PastedText,
  { editor, binding, notices, asOneText }: PasteOptions,
): Promise<void> {
  const lines = linesIn(text)
  if (editor.getIsReadonly()) return
  if (lines.length < LEAST_LINES || lines.length > MOST_LINES) {
    await asOneText()
    return
  }
  binding.beginStep()
  placeBlock(editor, lines, point ?? editor.getViewportPageBounds().center)
  binding.beginStep()
  notices.show({
    kind: 'info',
    text: nlInOut.notesPasted(lines.length),
    action: {
      name: nlInOut.asOneText,
      run: () => {
        binding.undo.undo()
        void asOneText()
      },
    },
  })
}

/** Lines that say something, without bullets in front. */
function linesIn(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]\s+|\d{1,3}[.)]\s+)?/u, '').trim())
    .filter((line) => line !== '')
}

function placeBlock(editor: Editor, lines: readonly string[], middle: VecLike): void {
  const columns = Math.max(1, Math.ceil(Math.sqrt(lines.length * WIDTH_TO_HEIGHT)))
  const rows = Math.ceil(lines.length / columns)
  const left = middle.x - (Math.min(columns, lines.length) * PITCH) / 2
  const top = middle.y - (rows * PITCH) / 2
  const notes = lines.map(
    (line, place): TLShapePartial & { id: ReturnType<typeof createShapeId> } => ({
      id: createShapeId(),
      type: 'note',
      x: left + (place % columns) * PITCH,
      y: top + Math.floor(place / columns) * PITCH,
      props: { richText: toRichText(line) },
    }),
  )
  editor.run(() => {
    editor.createShapes(notes)
    evenRows(editor, notes, columns)
    editor.setCurrentTool('select')
    editor.select(...notes.map(({ id }) => id))
  })
}

/** A note grows with its words; the rows below make room for it. */
function evenRows(
  editor: Editor,
  notes: readonly { readonly id: ReturnType<typeof createShapeId> }[],
  columns: number,
): void {
  let below = 0
  for (let first = 0; first < notes.length; first += columns) {
    const row = notes.slice(first, first + columns).flatMap(({ id }) => editor.getShape(id) ?? [])
    const lowered = below
    if (lowered > 0) editor.updateShapes(row.map((note) => ({ ...note, y: note.y + lowered })))
    const heights = row.map(({ id }) => editor.getShapeGeometry(id).bounds.h)
    below += Math.max(0, ...heights) - (PITCH - 20)
  }
}
