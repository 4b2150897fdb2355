import { Component } from 'react'
import type { ReactNode } from 'react'
import { nlCanvas } from '../texts/board/nl-canvas.ts'

interface BoardErrorBoundaryProps {
  readonly children: ReactNode
  readonly onRestart: () => void
}

/** When drawing the board fails, says so in Dutch and offers to draw it again; the words are in the document. */
export class BoardErrorBoundary extends Component<BoardErrorBoundaryProps, { hasFailed: boolean }> {
  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override readonly state = { hasFailed: false }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <div className="stip-board__broken" role="alert">
        <p>
          <strong>{nlCanvas.broken.title}</strong>
          <br />
          {nlCanvas.broken.advice}
        </p>
        <button type="button" className="stip-board-button" onClick={this.props.onRestart}>
          {nlCanvas.broken.again}
        </button>
      </div>
    )
  }
}
