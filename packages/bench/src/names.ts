/** Servers that can be measured, ours first. */
export const serverNames = ['stip', 'hocuspocus', 'y-websocket', 'tldraw'] as const
export type ServerName = (typeof serverNames)[number]

export const scenarioNames = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const
export type ScenarioName = (typeof scenarioNames)[number]

/** How a server is spoken to. Stip's own client speaks as y-websocket, with two things at a time. */
export type DialectName = 'stip' | 'yjs' | 'hocuspocus' | 'tldraw'

export function dialectOf(server: ServerName): DialectName {
  return server === 'y-websocket' ? 'yjs' : server
}
