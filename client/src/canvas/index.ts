export { mountBoard, mountPreview } from './mount.tsx'
export type { BoardCanvasProps, BoardHandle, BoardStatus } from './board-props.ts'
