import { IconFocusCentered, IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useEditor } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { prefersStill } from '../view/camera.ts'

interface ZoomControlsProps {
  /** Absent when the step has no area. */
  readonly onGoToArea: (() => void) | undefined
  readonly onGoToAll: () => void
}

/** Nearer, farther, everything, and back to where the step is. */
export function ZoomControls({ onGoToArea, onGoToAll }: ZoomControlsProps): ReactElement {
  const editor = useEditor()
  const options = prefersStill() ? { immediate: true } : { animation: { duration: 150 } }
  const icon = { 'aria-hidden': true, size: 20, stroke: 1.75 } as const
  return (
    <fieldset className="stip-view__look" aria-label={nlCanvas.view}>
      {onGoToArea !== undefined && (
        <button type="button" className="stip-view__back" onClick={onGoToArea}>
          <IconFocusCentered {...icon} />
          <span>{nlCanvas.toArea}</span>
        </button>
      )}
      <div className="stip-view__zoom">
        <button
          type="button"
          aria-label={nlCanvas.zoomOut}
          title={nlCanvas.zoomOut}
          onClick={() => editor.zoomOut(undefined, options)}
        >
          <IconMinus {...icon} />
        </button>
        <button
          type="button"
          aria-label={nlCanvas.zoomToFit}
          title={nlCanvas.zoomToFit}
          onClick={onGoToAll}
        >
          <IconMaximize {...icon} />
        </button>
        <button
          type="button"
          aria-label={nlCanvas.zoomIn}
          title={nlCanvas.zoomIn}
          onClick={() => editor.zoomIn(undefined, options)}
        >
          <IconPlus {...icon} />
        </button>
      </div>
    </fieldset>
  )
}
