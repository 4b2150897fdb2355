import { type RefObject, useCallback, useEffect } from 'react'

/** Lets a finger, pen or mouse draw on a canvas. The answer wipes it clean. */
export function usePen(paper: RefObject<HTMLCanvasElement | null>, onInk: () => void): () => void {
  useEffect(() => {
    const canvas = paper.current
    const ink = canvas?.getContext('2d')
    if (canvas === null || ink === null || ink === undefined) return
    const scale = window.devicePixelRatio || 1
    canvas.width = canvas.clientWidth * scale
    canvas.height = canvas.clientHeight * scale
    ink.scale(scale, scale)
    ink.lineWidth = 4
    ink.lineCap = 'round'
    ink.lineJoin = 'round'
    ink.strokeStyle = getComputedStyle(canvas).color
    const draw = (event: PointerEvent) => {
      if (!canvas.hasPointerCapture(event.pointerId)) return
      ink.lineTo(event.offsetX, event.offsetY)
      ink.stroke()
    }
    const begin = (event: PointerEvent) => {
      canvas.setPointerCapture(event.pointerId)
      ink.beginPath()
      ink.moveTo(event.offsetX, event.offsetY)
      draw(event)
      onInk()
    }
    canvas.addEventListener('pointerdown', begin)
    canvas.addEventListener('pointermove', draw)
    return () => {
      canvas.removeEventListener('pointerdown', begin)
      canvas.removeEventListener('pointermove', draw)
    }
    // The pen is set up once; `onInk` only tells that there is ink now.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [paper])
  return useCallback(() => {
    const canvas = paper.current
    canvas?.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height)
  }, [paper])
}
