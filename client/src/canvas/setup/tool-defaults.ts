import { NOTE_SCALES, NOTE_SIZE } from '@stip/board'
import { DefaultColorStyle, DefaultFontStyle, DefaultSizeStyle, react } from 'tldraw'
import type { Editor, TLShape } from 'tldraw'
import type { ToolColor } from './colors.ts'

/** Tools that have a colour of their own: a yellow note does not make the next stroke yellow. */
export type ColoredTool = 'draw' | 'note' | 'text' | 'arrow' | 'geo' | 'stip' | 'horizon'

const firstColors: Record<ColoredTool, ToolColor> = {
  draw: 'black',
  note: 'yellow',
  text: 'black',
  arrow: 'black',
  geo: 'black',
  stip: 'orange',
  horizon: 'black',
}

/**
 * What is made here is this much larger than tldraw makes it, so that a beamer shows it to a room,
 * and words are 14 px high on a laptop that shows all of a step. Notes have their own size.
 */
const SCALE = 1.75

/** The tool that decides about colour now, if there is one. */
export function coloredTool(editor: Editor): ColoredTool | undefined {
  const tool = editor.getCurrentToolId()
  return Object.hasOwn(firstColors, tool) ? (tool as ColoredTool) : undefined
}

/** Gives new things our typeface, a size for a beamer, and each tool its own last colour. */
export function setToolDefaults(editor: Editor): () => void {
  const colors = new Map<string, string>(Object.entries(firstColors))
  editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
  editor.setStyleForNextShapes(DefaultSizeStyle, 'm')
  let tool: ColoredTool | undefined
  const stopFollowing = react('colour of the tool', () => {
    const next = coloredTool(editor)
    const color = editor.getInstanceState().stylesForNextShape[DefaultColorStyle.id]
    if (next === tool) {
      if (tool !== undefined && typeof color === 'string') colors.set(tool, color)
      return
    }
    tool = next
    // Without a tool, what comes next is pasted: words, in black.
    const wanted = next === undefined ? 'black' : colors.get(next)
    if (wanted !== undefined) editor.setStyleForNextShapes(DefaultColorStyle, wanted as ToolColor)
  })
  const stopScaling = editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
    source === 'user' && (shape.type === 'text' || editor.getCurrentToolId() === shape.type)
      ? enlarged(shape)
      : shape,
  )
  return () => {
    stopFollowing()
    stopScaling()
  }
}

function enlarged(shape: TLShape): TLShape {
  // A horizon is as long as the area that it crosses.
  if (shape.type === 'horizon') return shape
  if (!('scale' in shape.props) || shape.props.scale !== 1) return shape
  const looks =
    shape.type === 'note' ? { scale: NOTE_SCALES[0], size: NOTE_SIZE } : { scale: SCALE }
  return { ...shape, props: { ...shape.props, ...looks } as TLShape['props'] }
}
