import type { Area } from '@stip/api'
import { useEffect, useMemo, useRef } from 'react'
import { atom, react } from 'tldraw'
import type { Editor, TLEventInfo } from 'tldraw'
import { flyTo, isWhereItFlew, wholeBoard } from './camera.ts'
import { openingOf, openingOfStep, wholeOf } from './framing.ts'
import type { Margins } from './framing.ts'
import { isAtWork, whenHandsAreStill } from './hands-still.ts'
import { areaShown, zonesOn } from '../zone/zones-on-screen.ts'

/** Where a person looks. */
export interface View {
  /** At an area; on a phone at its beginning, large enough to read. */
  readonly goTo: (area: Area) => void
  /** At the area of a step, as high as its zones became; when that is too much, at its top. */
  readonly goToStep: (area: Area) => void
  /** At the board; on a phone at its beginning, large enough to read. */
  readonly goToBoard: () => void
  /** At everything on the board, however small it becomes. */
  readonly goToAll: () => void
}

/**
 * Room for what lies over the board, in px. The buttons at the top lie beside the title of a step,
 * where its area has no zones; on a narrow screen they would lie on it. An area has room at its
 * sides already.
 */
const overlays = {
  area: { top: 12, bottom: 12, side: 4 },
  board: { top: 68, bottom: 16, side: 16 },
} as const satisfies Record<string, Margins>
const narrow: Margins = { top: 68, bottom: 12, side: 12 }
const nothing: Margins = { top: 24, bottom: 24, side: 24 }

/** Narrower than this, the buttons at the top have a row of their own. In px. */
const NARROW = 640

/**
 * Flies to the area of a step when it begins, or to everything when the step has none, and moves
 * on request. Who types or drags then finishes that first; what was chosen in the step before is let
 * go, because a key would delete what is out of sight. Stays there when the screen changes size,
 * until the person looks elsewhere.
 */
export function useView(
  editor: Editor | undefined,
  area: Area | undefined,
  chrome: 'full' | 'none',
): View {
  const view = useMemo(() => viewOf(editor, chrome), [editor, chrome])
  const { x, y, w, h } = area ?? {}
  const opened = useRef<Editor>(undefined)
  useEffect(() => {
    if (editor === undefined) return undefined
    const isOpening = opened.current !== editor
    opened.current = editor
    const isArea = x !== undefined && y !== undefined && w !== undefined && h !== undefined
    const go = isArea ? () => view.goToStep({ x, y, w, h }) : view.goToBoard
    let hasGone = isOpening
    if (isOpening) go()
    const forget = isOpening
      ? () => {}
      : whenHandsAreStill(editor, () => {
          hasGone = true
          editor.selectNone()
          go()
        })
    const hasTouched = atom('touched', false)
    const touch = (event: TLEventInfo): void => {
      if (event.name !== 'pointer_move') hasTouched.set(true)
    }
    editor.on('event', touch)
    const stop = react('keep the view', () => {
      editor.getViewportScreenBounds()
      // A board may still be coming in when it opens. Nobody touches the wall, so there the view
      // follows what is drawn all evening.
      if (!isArea && !hasTouched.get()) editor.getCurrentPageBounds()
      // Zones grow, here and above.
      if (isArea) zonesOn(editor)
      if (!hasGone || !(chrome === 'none' || isWhereItFlew(editor))) return
      editor.timers.requestAnimationFrame(() => {
        // A zone may grow because of what this person writes: then the view stays where it is.
        if (chrome === 'none' || !isAtWork(editor)) go()
      })
    })
    return () => {
      editor.off('event', touch)
      forget()
      stop()
    }
  }, [editor, view, chrome, x, y, w, h])
  return view
}

function viewOf(editor: Editor | undefined, chrome: 'full' | 'none'): View {
  const look = (target: Area | undefined, kind: 'area' | 'board', frame: typeof wholeOf): void => {
    if (editor === undefined || editor.isDisposed || target === undefined) return
    const screen = editor.getViewportScreenBounds()
    flyTo(editor, frame(target, screen, marginsFor(kind, screen.w)))
  }
  const marginsFor = (kind: 'area' | 'board', width: number): Margins => {
    if (chrome === 'none') return nothing
    return width < NARROW ? narrow : overlays[kind]
  }
  const begin = chrome === 'none' ? wholeOf : openingOf
  const all = (): Area | undefined => (editor === undefined ? undefined : wholeBoard(editor))
  return {
    goTo: (area) => look(area, 'area', begin),
    goToStep: (area) => {
      if (editor === undefined) return
      look(areaShown(editor, area), 'area', chrome === 'none' ? wholeOf : openingOfStep)
    },
    goToBoard: () => look(all(), 'board', begin),
    goToAll: () => look(all(), 'board', wholeOf),
  }
}
