import type { Area } from '@stip/api'
import { useEffect, useMemo } from 'react'
import { react } from 'tldraw'
import type { Editor } from 'tldraw'
import { flyTo, isWhereItFlew, wholeBoard } from './camera.ts'
import type { Margins } from './camera.ts'

/** Where a person looks. */
export interface View {
  readonly goTo: (area: Area) => void
  readonly goToAll: () => void
}

/** Room for the tools at the bottom, in px. */
const withTools: Margins = { top: 64, bottom: 104, side: 16 }
const withoutTools: Margins = { top: 24, bottom: 24, side: 24 }

/**
 * Flies to the area of a step when it begins, or to everything when the step has none, and moves
 * on request. Stays there when the screen changes size, until the person looks elsewhere.
 */
export function useView(
  editor: Editor | undefined,
  area: Area | undefined,
  chrome: 'full' | 'none',
): View {
  const margins = chrome === 'none' ? withoutTools : withTools
  const view = useMemo(() => viewOf(editor, margins), [editor, margins])
  const { x, y, w, h } = area ?? {}
  useEffect(() => {
    if (editor === undefined) return undefined
    const isArea = x !== undefined && y !== undefined && w !== undefined && h !== undefined
    const go = isArea ? () => view.goTo({ x, y, w, h }) : view.goToAll
    go()
    return react('keep the view', () => {
      editor.getViewportScreenBounds()
      // Nobody stands at the wall to move the view, so there it follows what is drawn.
      if (chrome === 'none' && !isArea) editor.getCurrentPageBounds()
      if (chrome === 'none' || isWhereItFlew(editor)) editor.timers.requestAnimationFrame(go)
    })
  }, [editor, view, chrome, x, y, w, h])
  return view
}

function viewOf(editor: Editor | undefined, margins: Margins): View {
  const goTo = (target: Area): void => {
    if (editor !== undefined && !editor.isDisposed) flyTo(editor, target, margins)
  }
  return {
    goTo,
    goToAll: () => {
      const all = editor === undefined ? undefined : wholeBoard(editor)
      if (all !== undefined) goTo(all)
    },
  }
}
