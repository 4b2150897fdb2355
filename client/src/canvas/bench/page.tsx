import { createRoot } from 'react-dom/client'
import 'tldraw/tldraw.css'
import '../canvas.css'
import { showBare } from './bare.tsx'
import { openBoard } from './bound.tsx'
import { dragEverything } from './drag.ts'
import { documentSizes } from './growth.ts'
import { drawForHours, followUpdates } from './live.ts'
import { pictures } from './pictures.ts'

// Driven by e2e/bench through the browser; nothing here is part of the product.

const place = document.getElementById('bench')
if (place === null) throw new Error('The page has no place for a board.')
const root = createRoot(place)

Object.assign(window, {
  bench: {
    showBare: (
      ...parameters: Parameters<typeof showBare> extends [unknown, ...infer Rest] ? Rest : never
    ) => showBare(root, ...parameters),
    openBoard: (notes: number | 'vision') => openBoard(root, notes),
    pictures,
    dragEverything,
    documentSizes,
    drawForHours,
    followUpdates,
  },
})
