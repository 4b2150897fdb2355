import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import { DefaultCanvas, useEditor } from 'tldraw'
import type { TLCanvasComponentProps } from 'tldraw'
import { fetchUprightFirst } from '../fonts/upright-first.ts'
import { markFromAfar } from './level-of-detail.ts'
import { lookLightly } from './viewport-culling.ts'
import { pushAsOnePicture } from './pan-zoom-layer.ts'
import { findLightly } from './shape-at-point.ts'
import { drawInTurns } from './rendering-shapes.ts'
import { snapNearby } from './snap-nearby.ts'

/** tldraw's canvas, with what costs most on a full board done in our own way, before it is first drawn. */
export function StipCanvas(props: TLCanvasComponentProps): ReactElement {
  const editor = useEditor()
  useState(() => {
    lookLightly(editor)
    findLightly(editor)
    snapNearby(editor)
    drawInTurns(editor)
    fetchUprightFirst(editor)
  })
  useEffect(() => markFromAfar(editor), [editor])
  useEffect(() => pushAsOnePicture(editor), [editor])
  return <DefaultCanvas {...props} />
}
