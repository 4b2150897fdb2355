import type { Area } from '@stip/api'
import { useCallback, useEffect, useMemo } from 'react'
import type { Editor } from 'tldraw'
import { flyTo, wholeBoard } from './camera.ts'
import type { Margins } from './camera.ts'

/** Where a person looks. */
export interface View {
  readonly goTo: (area: Area) => void
  readonly goToAll: () => void
}

/** Room for the tools at the bottom, in px. */
const withTools: Margins = { top: 16, bottom: 112, side: 16 }
const withoutTools: Margins = { top: 24, bottom: 24, side: 24 }

/** Flies to the area of a step when it begins, and moves on request. */
export function useView(
  editor: Editor | undefined,
  area: Area | undefined,
  chrome: 'full' | 'none',
): View {
  const margins = chrome === 'none' ? withoutTools : withTools
  const goTo = useCallback(
    (target: Area) => {
      if (editor !== undefined) flyTo(editor, target, margins)
    },
    [editor, margins],
  )
  const goToAll = useCallback(() => {
    const all = editor === undefined ? undefined : wholeBoard(editor)
    if (all !== undefined) goTo(all)
  }, [editor, goTo])

  const { x, y, w, h } = area ?? {}
  useEffect(() => {
    if (x === undefined || y === undefined || w === undefined || h === undefined) goToAll()
    else goTo({ x, y, w, h })
  }, [x, y, w, h, goTo, goToAll])

  return useMemo(() => ({ goTo, goToAll }), [goTo, goToAll])
}
