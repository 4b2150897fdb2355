import type { Role } from '@stip/api'
import { board } from './api.ts'

/** Address of a board as a file. */
export function exportUrl(boardId: string, format: 'tldr' | 'json' | 'csv', role: Role): string {
  return `${board(boardId)}/export.${format}?as=${role}`
}
