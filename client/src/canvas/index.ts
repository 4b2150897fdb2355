export { BoardPreview } from './board-preview.tsx'
export { BoardCanvas, BoardCanvas as default } from './board-canvas.tsx'
export type { BoardCanvasProps, BoardHandle, BoardStatus } from './board-props.ts'
