import type { ReactElement } from 'react'
import { memo } from 'react'
import { useEditor, useEditorComponents, useValue } from 'tldraw'
import type { Editor, TLShapeId } from 'tldraw'
import { useOthers } from '../presence/others-context.ts'
import { EdgesOnPage } from './edges.ts'

/** From so many selected shapes on, each is outlined by its bounds, all in one line. */
const MANY = 60

/**
 * Outlines of what is selected or pointed at. tldraw keeps one ready for every shape on the board,
 * hidden: with two thousand notes that is half of all there is on the page.
 */
export const SelectionOutlines = memo(function SelectionOutlines(): ReactElement | null {
  const editor = useEditor()
  const names = useValue('what is outlined', () => outlined(editor).join(' '), [editor])
  const { ShapeIndicator } = useEditorComponents()
  const ids = names === '' ? [] : (names.split(' ') as TLShapeId[])
  if (ShapeIndicator === null) return null
  return (
    <>
      <ChosenByOthers />
      {ids.length > MANY ? (
        <OneOutline ids={ids} />
      ) : (
        ids.map((id) => <ShapeIndicator key={id} shapeId={id} />)
      )}
    </>
  )
})

/** What others have chosen, in their colours. */
const ChosenByOthers = memo(function ChosenByOthers(): ReactElement | null {
  const others = useOthers()
  const { ShapeIndicator } = useEditorComponents()
  const choices = useValue('what others have chosen', () => others.choices.get(), [others])
  if (ShapeIndicator === null || ShapeIndicator === undefined) return null
  return (
    <>
      {choices.flatMap(({ id, color, shapes }) =>
        shapes.map((shape) => (
          <ShapeIndicator
            key={`${id} ${shape}`}
            className="stip-chosen-by-others"
            shapeId={shape as TLShapeId}
            color={color}
            opacity={0.6}
          />
        )),
      )}
    </>
  )
})

function OneOutline({ ids }: { readonly ids: readonly TLShapeId[] }): ReactElement {
  const editor = useEditor()
  const line = useValue('one outline', () => ids.map((id) => boxAround(editor, id)).join(''), [
    editor,
    ids,
  ])
  return (
    <svg className="tl-overlays__item" aria-hidden="true">
      <path className="tl-shape-indicator" stroke="var(--color-selected)" d={line} />
    </svg>
  )
}

function boxAround(editor: Editor, id: TLShapeId): string {
  const edges = EdgesOnPage.of(editor).get(id)
  if (edges === undefined) return ''
  const { left, top, right, bottom } = edges
  return `M${left} ${top}H${right}V${bottom}H${left}Z`
}

/** As tldraw decides it: what is selected, and what the mouse is over. */
function outlined(editor: Editor): readonly TLShapeId[] {
  const { isChangingStyle, isHoveringCanvas, isCoarsePointer } = editor.getInstanceState()
  const isCalm = editor.isInAny('select.idle', 'select.editing_shape')
  const isChoosing = editor.isInAny(
    'select.brushing',
    'select.scribble_brushing',
    'select.pointing_shape',
    'select.pointing_selection',
    'select.pointing_handle',
  )
  if (isChangingStyle || !(isCalm || isChoosing)) return []
  const ids = editor.getSelectedShapeIds()
  const hovered = editor.getHoveredShapeId()
  const isPointed = isCalm && isHoveringCanvas === true && !isCoarsePointer && hovered !== null
  return isPointed && !ids.includes(hovered) ? [...ids, hovered] : ids
}
