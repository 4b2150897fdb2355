import { useEffect, useRef, useState } from 'react'
import type { ComponentType, ReactElement } from 'react'
import './mounted.css'

/** What was put in an element: it can be shown otherwise, and taken away. */
export interface Drawing<Props> {
  show(props: Props): void
  remove(): void
}

/** Draws in an element that it is given. What goes wrong beyond mending is told to `onFailure`. */
export type Mount<Props> = (
  place: HTMLElement,
  onFailure: (error: unknown) => void,
) => Drawing<Props>

/** Makes a component of what draws with a library of its own, as the canvas does. */
export function mounted<Props extends object>(mount: Mount<Props>): ComponentType<Props> {
  return function Mounted(props: Props): ReactElement {
    const place = useRef<HTMLDivElement>(null)
    const drawing = useRef<Drawing<Props>>(undefined)
    const [failure, setFailure] = useState<{ readonly error: unknown } | undefined>()
    useEffect(() => {
      if (place.current === null) return undefined
      const made = mount(place.current, (error) => setFailure({ error }))
      drawing.current = made
      return () => made.remove()
    }, [])
    useEffect(() => drawing.current?.show(props))
    // So that the nearest error boundary hears of it.
    if (failure !== undefined) throw failure.error
    return <div ref={place} className="stip-mounted" />
  }
}
