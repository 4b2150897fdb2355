import type { ReactElement, ReactNode } from 'react'
import { Logo } from '../marks/logo.tsx'
import './message-page.css'
import { useTitle } from '../use-title.ts'

interface MessagePageProps {
  readonly title: string
  readonly text?: string
  readonly children?: ReactNode
}

/** A whole screen for one message: what happened, and what can be done now. */
export function MessagePage({ title, text, children }: MessagePageProps): ReactElement {
  useTitle(title)
  return (
    <main id="inhoud" tabIndex={-1} className="stip-message-page">
      <Logo />
      <h1 className="nl-heading nl-heading--level-1">{title}</h1>
      {text !== undefined && <p className="nl-paragraph nl-paragraph--lead">{text}</p>}
      {children}
    </main>
  )
}
