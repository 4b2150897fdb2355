import type { ReactElement } from 'react'
import { TEXT_PROPS } from 'tldraw'
import type { Editor } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { svgFontFamily } from '../fonts/script-fonts.ts'
import { NOTE_SIDE } from './note-size.ts'

/** As in `note.css`, in px before `scale`. */
const tab = { height: 26, round: 6, edge: 10, fontSize: 15, baseline: -8 } as const
const FRAME = 4
const COLOR = '#0B5C6B'
const WORDS = `★ ${nlCanvas.keyCard.word}`

interface KeyCardSvgProps {
  /** How high the note is, before `scale`. */
  readonly height: number
  /** How wide its tab is; see {@link tabWidth}. */
  readonly width: number
}

/** What tells a hoofdpunt from a note, in a picture: its frame and its tab. */
export function KeyCardSvg({ height, width }: KeyCardSvgProps): ReactElement {
  const { round } = tab
  return (
    <g fontFamily={svgFontFamily}>
      <rect
        x={FRAME / 2}
        y={FRAME / 2}
        width={NOTE_SIDE - FRAME}
        height={height - FRAME}
        fill="none"
        stroke={COLOR}
        strokeWidth={FRAME}
        strokeLinejoin="miter"
      />
      <path
        d={`M0 0v${round - tab.height}q0 ${-round} ${round} ${-round}h${width - 2 * round}q${round} 0 ${round} ${round}V0z`}
        fill={COLOR}
      />
      <text x={tab.edge} y={tab.baseline} fontSize={tab.fontSize} fontWeight="bold" fill="#FFFFFF">
        {WORDS}
      </text>
    </g>
  )
}

/** How wide the tab is on screen: as its word. */
export function tabWidth(editor: Editor): number {
  const { w } = editor.textMeasure.measureHtml(WORDS, {
    ...TEXT_PROPS,
    fontFamily: svgFontFamily,
    fontWeight: 'bold',
    fontSize: tab.fontSize,
    maxWidth: null,
  })
  return w + 2 * tab.edge
}
