import type { ZoneProps } from '@stip/documents'
import type { ReactElement } from 'react'
import { tintOf } from '../setup/colors.ts'
import { svgFontFamily } from '../fonts/script-fonts.ts'
import { readsFromRight } from '../fonts/scripts.ts'

/** A zone in an exported picture; looks as {@link ZonePaper} does on screen. */
export function ZoneSvg({ w, h, title, question, color, style, letter }: ZoneProps): ReactElement {
  const { fill, edge, ink } = tintOf(color)
  const { inset, side, titleSize } = sizesOf(style, letter)
  const left = inset.x + (letter === '' ? 0 : side + inset.gap)
  const titleBottom = inset.y + (letter === '' ? titleSize : side / 2 + titleSize * 0.36)
  return (
    <g fontFamily={svgFontFamily} fill={ink}>
      {style !== 'label' && (
        <rect
          width={w}
          height={h}
          rx={16}
          fill={fill}
          stroke={edge}
          strokeWidth={edgeWidth(style)}
        />
      )}
      {letter !== '' && (
        <>
          <rect x={inset.x} y={inset.y} width={side} height={side} rx={side / 7} fill={edge} />
          <text
            x={inset.x + side / 2}
            y={inset.y + side * 0.75}
            fontSize={side * 0.7}
            fontWeight="bold"
            textAnchor="middle"
            fill="#FFFFFF"
          >
            {letter}
          </text>
        </>
      )}
      {linesOf(title, w - left - inset.x, titleSize).map((line, number) => (
        <text
          key={line}
          x={left}
          y={titleBottom + number * titleSize * 1.2}
          fontSize={titleSize}
          fontWeight="bold"
          {...directionOf(title)}
        >
          {line}
        </text>
      ))}
      {linesOf(question, w - left - inset.x, 30).map((line, number) => (
        <text
          key={line}
          x={left}
          y={
            titleBottom +
            (linesOf(title, w - left - inset.x, titleSize).length - 1) * titleSize * 1.2 +
            46 +
            number * 39
          }
          fontSize={30}
          fill="#565D66"
          {...directionOf(question)}
        >
          {line}
        </text>
      ))}
    </g>
  )
}

/** As `dir="auto"` has it, but for the place: its words stand at the left of their own block. */
function directionOf(text: string): { direction?: 'rtl'; textAnchor?: 'end' } {
  return readsFromRight(text) ? { direction: 'rtl', textAnchor: 'end' } : {}
}

/** Lengths in board pixels, the same as in zone.css. */
function sizesOf(style: ZoneProps['style'], letter: string) {
  if (style === 'lane') return { inset: { x: 48, y: 36, gap: 36 }, side: 128, titleSize: 88 }
  if (style === 'area') return { inset: { x: 32, y: 24, gap: 24 }, side: 56, titleSize: 44 }
  return { inset: { x: 0, y: 0, gap: 24 }, side: 56, titleSize: letter === '' ? 64 : 44 }
}

function edgeWidth(style: ZoneProps['style']): number {
  return style === 'lane' ? 4 : 2
}

/** SVG does not break lines by itself; an average letter is about half as wide as it is high. */
function linesOf(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && (line.length + word.length) * size * 0.52 > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}
