import {
  FONT_FAMILIES,
  LABEL_FONT_SIZES,
  renderHtmlFromRichTextForMeasurement,
  TEXT_PROPS,
} from 'tldraw'
import type { Editor, TLNoteShape } from 'tldraw'
import { NOTE_SIDE } from './note-size.ts'

/** Room around the words, in px before `scale`. */
const EDGE = 16

/**
 * A note with letters that are as large as on any other. tldraw makes them smaller for a long word,
 * until they cannot be read from where a laptop shows a step; such a word is broken instead.
 */
export function withEqualLetters(editor: Editor, note: TLNoteShape): TLNoteShape {
  const { fontSizeAdjustment, size, font, richText } = note.props
  const fontSize = LABEL_FONT_SIZES[size]
  if (fontSizeAdjustment === 0 || fontSizeAdjustment >= fontSize) return note
  const html = renderHtmlFromRichTextForMeasurement(editor, richText)
  const { h } = editor.textMeasure.measureHtml(html, {
    ...TEXT_PROPS,
    fontFamily: FONT_FAMILIES[font],
    fontSize,
    maxWidth: NOTE_SIDE - 2 * EDGE - 1,
  })
  const growY = Math.max(0, h + 2 * EDGE - NOTE_SIDE)
  return { ...note, props: { ...note.props, growY, fontSizeAdjustment: fontSize } }
}
