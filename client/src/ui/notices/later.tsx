import { useEffect, useState } from 'react'
import type { ComponentType, ReactElement } from 'react'

/** Without a line there is nothing to fetch; then it is tried again and again. Milliseconds. */
const AGAIN_MS = 5000

interface Part<Props> {
  readonly load: () => Promise<ComponentType<Props>>
  /** Stands in its place until it is here. */
  readonly before: ComponentType<Props>
}

/** A part that comes later, and can be fetched before it has a place: then it is there at once. */
type LaterPart<Props> = ComponentType<Props> & { readonly ahead: () => Promise<unknown> }

/**
 * A part of a page that comes after the first view. It fetches itself as soon as it has a place,
 * and a line that is gone breaks nothing: `before` stays until there is one.
 */
export function later<Props extends object>({
  load,
  before: Before,
}: Part<Props>): LaterPart<Props> {
  let here: ComponentType<Props> | undefined
  // What the network refuses comes another time.
  const ahead = async (): Promise<unknown> => (here ??= await load().catch(() => undefined))
  function Later(props: Props): ReactElement {
    const [Here, setHere] = useState(() => here)
    useEffect(() => {
      if (Here !== undefined) return undefined
      let timer: ReturnType<typeof setTimeout> | undefined
      let isGone = false
      const fetchPart = async (): Promise<void> => {
        await ahead()
        if (isGone) return
        if (here === undefined) timer = setTimeout(() => void fetchPart(), AGAIN_MS)
        else setHere(() => here)
      }
      void fetchPart()
      return () => {
        isGone = true
        clearTimeout(timer)
      }
    }, [Here])
    return Here === undefined ? <Before {...props} /> : <Here {...props} />
  }
  return Object.assign(Later, { ahead })
}
