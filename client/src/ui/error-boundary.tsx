import { Component, type ReactNode } from 'react'
import { nl } from '../texts/nl.ts'
import { Button } from './button.tsx'
import { MessagePage } from './message-page.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** Shown instead of a whole page when only a part of the screen failed. */
  readonly renderFallback?: (retry: () => void) => ReactNode
}

/** Keeps a mistake of ours from becoming a blank screen. React offers this to classes only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    const { children, renderFallback } = this.props
    if (!this.state.hasFailed) return children
    if (renderFallback !== undefined)
      return renderFallback(() => this.setState({ hasFailed: false }))
    return (
      <MessagePage title={nl.problems.crashed} text={nl.problems.crashedHint}>
        <Button kind="primary" onClick={() => location.reload()}>
          {nl.problems.reload}
        </Button>
      </MessagePage>
    )
  }
}
