import { StrictMode } from 'react'
import type { ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import type { Drawing, Mount } from '../ui/mounted.tsx'
import { BoardCanvas } from './board-canvas.tsx'
import { BoardPreview } from './board-preview.tsx'
import type { BoardCanvasProps, BoardPreviewProps } from './board-props.ts'

/**
 * tldraw needs the whole of React. The screens around it make do with a smaller library of the
 * same form (see build/light-screens.ts), so the canvas has a root of its own.
 */
export const mountBoard: Mount<BoardCanvasProps> = (place, onFailure) =>
  drawingOf(BoardCanvas, place, onFailure)

/** A board as it was, for {@link BoardPreview}. */
export const mountPreview: Mount<BoardPreviewProps> = (place, onFailure) =>
  drawingOf(BoardPreview, place, onFailure)

function drawingOf<Props extends object>(
  Part: ComponentType<Props>,
  place: HTMLElement,
  onFailure: (error: unknown) => void,
): Drawing<Props> {
  const root = createRoot(place, { onUncaughtError: onFailure })
  return {
    show: (props) =>
      root.render(
        <StrictMode>
          <Part {...props} />
        </StrictMode>,
      ),
    remove: () => root.unmount(),
  }
}
