/** Servers that can be measured, ours first. */
export const serverNames = [
  'stip',
  'hocuspocus',
  // The same, gathering what comes within 33 ms before it goes on.
  'hocuspocus-33',
  'y-websocket',
  'tldraw',
] as const
export type ServerName = (typeof serverNames)[number]

export const scenarioNames = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'] as const
export type ScenarioName = (typeof scenarioNames)[number]

/** How a server is spoken to. Stip's own client speaks as y-websocket, with two things at a time. */
export type DialectName = 'stip' | 'yjs' | 'hocuspocus' | 'tldraw'

export function dialectOf(server: ServerName): DialectName {
  if (server === 'hocuspocus-33') return 'hocuspocus'
  return server === 'y-websocket' ? 'yjs' : server
}
