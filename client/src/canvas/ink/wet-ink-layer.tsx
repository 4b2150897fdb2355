import { useEffect, useRef } from 'react'
import type { ReactElement } from 'react'
import { DefaultColorThemePalette, react, useEditor } from 'tldraw'
import type { Editor, TLShapeId } from 'tldraw'
import { browserFrames } from '../binding/frames.ts'
import { WetTrails } from './wet-trails.ts'
import type { WetTrail } from './wet-trails.ts'

interface WetInkLayerProps {
  /** Calls back with what others show, until the returned function is called. */
  readonly subscribe: (listener: (trail: number, content: Uint8Array) => void) => () => void
}

/** What others are drawing at this moment: a light layer over the board, gone when the ink is dry. */
export function WetInkLayer({ subscribe }: WetInkLayerProps): ReactElement {
  const editor = useEditor()
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const paper = ref.current
    return paper === null ? undefined : showInk(editor, paper, subscribe)
  }, [editor, subscribe])
  return <canvas ref={ref} className="stip-wet-ink" aria-hidden="true" />
}

function showInk(
  editor: Editor,
  paper: HTMLCanvasElement,
  subscribe: WetInkLayerProps['subscribe'],
): () => void {
  const trails = new WetTrails(
    () => performance.now(),
    (record) => editor.store.has(record as TLShapeId),
  )
  const frames = browserFrames(() => {
    paint(editor, paper, trails.visible())
    // Until the last ink is dry, it may dry or fade at any moment.
    if (!trails.isEmpty) frames.request()
  })
  const stops = [
    subscribe((trail, content) => {
      trails.hear(trail, content)
      frames.request()
    }),
    react('ink under a view that moves', () => {
      editor.getCamera()
      if (!trails.isEmpty) frames.request()
    }),
    () => frames.stop(),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function paint(editor: Editor, paper: HTMLCanvasElement, trails: readonly WetTrail[]): void {
  const brush = paper.getContext('2d')
  if (brush === null) return
  const { w, h } = editor.getViewportScreenBounds()
  const density = trails.length === 0 ? 1 : Math.min(devicePixelRatio, 2)
  const [width, height] = [Math.round(w * density), Math.round(h * density)]
  // Setting the size also wipes the paper, and costs more than wiping alone.
  if (paper.width !== width || paper.height !== height) {
    paper.width = width
    paper.height = height
  } else {
    brush.setTransform(1, 0, 0, 1, 0, 0)
    brush.clearRect(0, 0, width, height)
  }
  const { x, y, z } = editor.getCamera()
  const scale = z * density
  brush.setTransform(scale, 0, 0, scale, x * scale, y * scale)
  brush.lineCap = brush.lineJoin = 'round'
  for (const trail of trails) paintTrail(brush, trail, z)
}

function paintTrail(brush: CanvasRenderingContext2D, trail: WetTrail, zoom: number): void {
  const { tool, points } = trail
  // A laser is as wide on every screen as a fingertip, however far away the board is.
  brush.lineWidth = tool === 'laser' ? trail.width / zoom : trail.width
  brush.strokeStyle = colorOf(trail)
  brush.globalAlpha = tool === 'highlighter' ? 0.4 : 0.85
  brush.beginPath()
  brush.moveTo(points[0] ?? 0, points[1] ?? 0)
  // One point alone is a dot.
  for (let at = points.length > 2 ? 2 : 0; at < points.length; at += 2) {
    brush.lineTo(points[at] ?? 0, points[at + 1] ?? 0)
  }
  brush.stroke()
}

function colorOf({ tool, color }: WetTrail): string {
  const palette = DefaultColorThemePalette.lightMode
  if (tool === 'laser') return '#C8400A'
  const known = Object.hasOwn(palette, color) ? palette[color as 'black'] : palette.black
  if (typeof known !== 'object') return palette.black.solid
  return tool === 'highlighter' ? known.highlight.srgb : known.solid
}
