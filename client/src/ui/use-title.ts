import { useEffect } from 'react'
import { nl } from '../texts/nl.ts'

/** Names the page, for the tab, the history and the screen reader. */
export function useTitle(name: string | undefined): void {
  useEffect(() => {
    document.title = name === undefined || name === '' ? nl.product : nl.title(name)
  }, [name])
}
