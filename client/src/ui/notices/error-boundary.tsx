import { Component, type ReactNode } from 'react'
import { PartMissing } from '../../live/part.ts'
import { nl } from '../../texts/nl.ts'
import { Button } from '../controls/button.tsx'
import { MessagePage } from './message-page.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** Shown instead of a whole page when only a part of the screen failed. */
  readonly renderFallback?: (retry: () => void) => ReactNode
}

interface Failure {
  readonly hasFailed: boolean
  /** A part of the page did not come: nobody's mistake. */
  readonly isMissing: boolean
}

/** Keeps a mistake of ours from becoming a blank screen. React offers this to classes only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Failure> {
  override state: Failure = { hasFailed: false, isMissing: false }

  static getDerivedStateFromError(error: unknown): Failure {
    return { hasFailed: true, isMissing: error instanceof PartMissing }
  }

  override render(): ReactNode {
    const { children, renderFallback } = this.props
    const { hasFailed, isMissing } = this.state
    if (!hasFailed) return children
    // To ask for a part that did not come, the page has to be loaded anew.
    if (renderFallback !== undefined && !isMissing)
      return renderFallback(() => this.setState({ hasFailed: false }))
    const texts = nl.problems
    return (
      <MessagePage
        title={isMissing ? texts.networkGone : texts.crashed}
        text={isMissing ? texts.partMissing : texts.crashedHint}
      >
        <Button kind="primary" onClick={() => location.reload()}>
          {texts.reload}
        </Button>
      </MessagePage>
    )
  }
}
