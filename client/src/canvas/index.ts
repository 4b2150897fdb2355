export { BoardPreview } from './board-preview.tsx'
export { BoardCanvas } from './board-canvas.tsx'
export type { BoardCanvasProps, BoardHandle, BoardStatus } from './board-props.ts'
