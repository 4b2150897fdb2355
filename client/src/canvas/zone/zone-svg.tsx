import type { ZoneProps } from '@stip/documents'
import type { ReactElement } from 'react'
import { tintOf } from '../colors.ts'

/** A zone in an exported picture; looks as {@link ZonePaper} does on screen. */
export function ZoneSvg({ w, h, title, question, color, style, letter }: ZoneProps): ReactElement {
  const { fill, edge, ink } = tintOf(color)
  const left = letter === '' ? 32 : 136
  return (
    <g fontFamily="tldraw_sans, sans-serif" fill={ink}>
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
          <rect x={32} y={24} width={80} height={80} rx={12} fill={edge} />
          <text x={72} y={84} fontSize={56} fontWeight="bold" textAnchor="middle" fill="#FFFFFF">
            {letter}
          </text>
        </>
      )}
      <text
        x={style === 'label' ? left - 32 : left}
        y={letter === '' ? 60 : 78}
        fontSize={36}
        fontWeight="bold"
      >
        {title}
      </text>
      {linesOf(question, w - left - 32).map((line, number) => (
        <text key={line} x={left} y={104 + number * 36} fontSize={26} fill="#565D66">
          {line}
        </text>
      ))}
    </g>
  )
}

function edgeWidth(style: ZoneProps['style']): number {
  return style === 'lane' ? 4 : 2
}

/** SVG does not break lines by itself; letters of this size are about 13 wide. */
function linesOf(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && (line.length + word.length) * 13 > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}
