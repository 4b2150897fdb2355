/** Servers that can be measured, ours first. */
export const serverNames = ['stip', 'hocuspocus', 'y-websocket', 'tldraw'] as const
export type ServerName = (typeof serverNames)[number]

export const scenarioNames = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const
export type ScenarioName = (typeof scenarioNames)[number]

/** How a server is spoken to. Stip and y-websocket speak the same. */
export type DialectName = 'yjs' | 'hocuspocus' | 'tldraw'

export function dialectOf(server: ServerName): DialectName {
  return server === 'hocuspocus' || server === 'tldraw' ? server : 'yjs'
}
