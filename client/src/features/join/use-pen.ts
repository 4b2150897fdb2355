import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** Lets a finger, pen or mouse draw on the canvas that gets `paper`; `clear` wipes it clean. */
export function usePen(onInk: () => void): {
  readonly paper: RefObject<HTMLCanvasElement | null>
  readonly clear: () => void
} {
  const paper = useRef<HTMLCanvasElement>(null)
  const latestOnInk = useRef(onInk)
  useEffect(() => {
    latestOnInk.current = onInk
  })
  useEffect(() => {
    const canvas = paper.current
    const ink = canvas?.getContext('2d')
    if (canvas === null || ink === null || ink === undefined) return undefined
    const scale = window.devicePixelRatio || 1
    canvas.width = canvas.clientWidth * scale
    canvas.height = canvas.clientHeight * scale
    ink.lineWidth = 4 * scale
    ink.lineCap = 'round'
    ink.lineJoin = 'round'
    ink.strokeStyle = getComputedStyle(canvas).color
    // A phone that is turned stretches the paper; the ink stays under the finger.
    const across = (event: PointerEvent) => (event.offsetX * canvas.width) / canvas.clientWidth
    const down = (event: PointerEvent) => (event.offsetY * canvas.height) / canvas.clientHeight
    const draw = (event: PointerEvent) => {
      if (!canvas.hasPointerCapture(event.pointerId)) return
      ink.lineTo(across(event), down(event))
      ink.stroke()
    }
    const begin = (event: PointerEvent) => {
      canvas.setPointerCapture(event.pointerId)
      ink.beginPath()
      ink.moveTo(across(event), down(event))
      draw(event)
      latestOnInk.current()
    }
    canvas.addEventListener('pointerdown', begin)
    canvas.addEventListener('pointermove', draw)
    return () => {
      canvas.removeEventListener('pointerdown', begin)
      canvas.removeEventListener('pointermove', draw)
    }
  }, [])
  const clear = useCallback(() => {
    const canvas = paper.current
    canvas?.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height)
  }, [])
  return { paper, clear }
}
