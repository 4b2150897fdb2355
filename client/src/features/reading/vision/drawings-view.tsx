import type { GroupDrawing, GroupDrawings } from '@stip/board/drawing'
import { type ReactElement, useState } from 'react'
import { nlReading } from '../../../texts/nl-reading.ts'
import { Button } from '../../../ui/controls/button.tsx'
import { GroupBadge, groupColor } from '../../../ui/marks/group-badge.tsx'
import { DrawingView, DrawnShapes } from '../drawing-view.tsx'
import type { DrawingsPage } from './drawing-pages.ts'
import './drawings-view.css'

/** What groups drew: side by side, over each other, or one of them. */
export function DrawingsView({ page }: { readonly page: DrawingsPage }): ReactElement {
  const { how, drawings } = page
  const { all, box } = drawings
  if (how === 'over') return <OverEachOther drawings={drawings} />
  return (
    <div className={`stip-drawings stip-drawings--${how} stip-drawings--${columnsFor(all.length)}`}>
      {all.map((one) => (
        <figure key={one.id} className="stip-drawings__one">
          <DrawingView drawing={one.drawing} label={labelOf(one)} box={seenFrom(one, box)} />
          <figcaption>
            <GroupBadge letter={one.letter} name={one.name} />
            {one.description !== '' && <p dir="auto">{one.description}</p>}
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

/** For who reads alone: all with their descriptions, side by side or over each other. */
export function DrawingsToChoose({ drawings }: { readonly drawings: GroupDrawings }): ReactElement {
  const { all, box } = drawings
  const [isOver, setOver] = useState(false)
  return (
    <section className="stip-drawings-part" aria-label={nlReading.drawings}>
      <div className="stip-drawings-part__head">
        <h2>{nlReading.drawings}</h2>
        {all.length > 1 && (
          <Button size="small" isPressed={isOver} onClick={() => setOver(!isOver)}>
            {nlReading.over}
          </Button>
        )}
      </div>
      {isOver ? (
        <OverEachOther drawings={drawings} />
      ) : (
        <div className={`stip-drawings stip-drawings--${columnsFor(all.length)}`}>
          {all.map((one) => (
            <figure key={one.id} className="stip-drawings__one">
              <DrawingView drawing={one.drawing} label={labelOf(one)} box={seenFrom(one, box)} />
              <figcaption>
                <GroupBadge letter={one.letter} name={one.name} size="small" />
                {one.description !== '' && <p dir="auto">{one.description}</p>}
              </figcaption>
            </figure>
          ))}
        </div>
      )}
    </section>
  )
}

/** Every group has its colour, and the letter beside it. */
function OverEachOther({ drawings: { all, box } }: { readonly drawings: GroupDrawings }) {
  const { x, y, w, h } = box
  return (
    <figure className="stip-drawings stip-drawings--over">
      <svg
        className="stip-drawing"
        viewBox={`${x} ${y} ${w} ${h}`}
        preserveAspectRatio="xMidYMid meet"
        role="img"
        aria-label={all.map((one) => labelOf(one)).join(' ')}
      >
        {all.map(({ id, letter, drawing, origin }) => (
          <g key={id} transform={`translate(${-origin.x} ${-origin.y})`}>
            <DrawnShapes
              shapes={drawing.shapes}
              width={w}
              color={groupColor(letter)}
              hasWords={false}
            />
          </g>
        ))}
      </svg>
      <figcaption>
        {all.map(({ id, letter, name }) => (
          <GroupBadge key={id} letter={letter} name={name} />
        ))}
      </figcaption>
    </figure>
  )
}

/** As much of the board as shows the same part of the sheet of every group. */
function seenFrom({ origin }: GroupDrawing, box: GroupDrawings['box']): GroupDrawings['box'] {
  return { ...box, x: box.x + origin.x, y: box.y + origin.y }
}

function labelOf({ letter, name, description }: GroupDrawing): string {
  return nlReading.drawingOf(letter, name, description)
}

/** Two beside each other, or three; more come in rows of three. */
function columnsFor(count: number): 1 | 2 | 3 {
  if (count < 2) return 1
  return count === 2 || count === 4 ? 2 : 3
}
