import type { Doing } from '../../job.ts'
import type { DialectName } from '../../names.ts'
import type { Crew } from '../crew.ts'
import { TldrawCrew } from './tldraw-crew.ts'
import { YjsCrew } from './yjs-crew.ts'

/** Makes the drawers of one board, in the language of a server. */
export function newCrew(
  dialect: DialectName,
  drawers: number,
  board: string,
  doing: Doing = 'moves',
): Crew {
  if (dialect === 'tldraw') return new TldrawCrew(drawers)
  if (dialect === 'hocuspocus') return new YjsCrew(drawers, { room: board })
  return new YjsCrew(drawers, { gathers: dialect === 'stip' && doing === 'moves' })
}
