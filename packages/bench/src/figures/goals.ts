import type { ScenarioName, ServerName } from '../names.ts'

/** One line of what Stip has to reach. */
export interface Goal {
  readonly scenario: ScenarioName
  readonly figure: string
  /** In words, for the table. */
  readonly title: string
  /** The server it is compared with; without one the figure itself counts. */
  readonly of?: ServerName
  /** At most this, or with `atLeast` at least this. */
  readonly required: number
  readonly stretch: number
  readonly atLeast?: boolean
}

const cpu = { figure: 'usPerDelivered', title: 'server CPU per delivered move' } as const

const open = { scenario: 'J', figure: 'cpuMs', title: 'server CPU until 500 have it' } as const
const close = { ...cpu, scenario: 'K' } as const
const pointing = {
  scenario: 'L',
  figure: 'usPerCursor',
  title: 'server CPU per delivered cursor',
} as const
const memory = { scenario: 'B', figure: 'rssMb', title: 'memory' } as const

/** What a server of boards has to reach, as far as a benchmark can see it. */
export const goals: readonly Goal[] = [
  { ...cpu, scenario: 'B', of: 'hocuspocus', required: 1 / 4, stretch: 1 / 5 },
  { ...cpu, scenario: 'C', of: 'hocuspocus', required: 1 / 3, stretch: 1 / 5 },
  { ...cpu, scenario: 'D', of: 'hocuspocus', required: 1 / 4, stretch: 1 / 5 },
  { ...cpu, scenario: 'B', of: 'y-websocket', required: 1 / 4, stretch: 1 / 5 },
  { ...cpu, scenario: 'D', of: 'y-websocket', required: 1 / 3, stretch: 1 / 5 },
  { ...cpu, scenario: 'B', of: 'tldraw', required: 1 / 2, stretch: 1 / 3 },
  {
    scenario: 'B',
    figure: 'bytesPerClientPerSecond',
    title: 'bytes per client',
    of: 'hocuspocus',
    required: 1 / 7,
    stretch: 1 / 10,
  },
  {
    scenario: 'A',
    figure: 'p99',
    title: 'p99 of a move',
    of: 'y-websocket',
    required: 1.2,
    stretch: 1,
  },
  { scenario: 'B', figure: 'p99', title: 'p99 of a move, ms', required: 30, stretch: 20 },
  {
    scenario: 'B',
    figure: 'ackP95',
    title: 'p95 of a durable confirmation, ms',
    required: 50,
    stretch: 50,
  },
  {
    scenario: 'B',
    figure: 'ackP99',
    title: 'p99 of a durable confirmation, ms',
    required: 250,
    stretch: 100,
  },
  {
    scenario: 'E',
    figure: 'cpuMsPerJoin',
    title: 'server CPU of a late join',
    of: 'y-websocket',
    required: 1 / 20,
    stretch: 1 / 30,
  },
  {
    scenario: 'E',
    figure: 'bytesAtClientMs',
    title: 'late join: board at the client, ms',
    required: 100,
    stretch: 50,
  },
  {
    scenario: 'F',
    figure: 'allSyncedMs',
    title: 'reconnect: all synced, ms',
    required: 15_000,
    stretch: 5000,
  },
  {
    scenario: 'H',
    figure: 'lostBroadcastShare',
    title: 'kill -9: broadcast edits lost, share',
    required: 0,
    stretch: 0,
  },
  {
    scenario: 'H',
    figure: 'lostAcknowledgedShare',
    title: 'kill -9: confirmed edits lost, share',
    required: 0,
    stretch: 0,
  },
  {
    scenario: 'I',
    figure: 'fits',
    title: 'drawers on one board',
    required: 150,
    stretch: 250,
    atLeast: true,
  },
  {
    scenario: 'I',
    figure: 'fits',
    title: 'drawers on one board',
    of: 'hocuspocus',
    required: 3,
    stretch: 3,
    atLeast: true,
  },
  { ...open, of: 'hocuspocus', required: 1 / 10, stretch: 1 / 20 },
  { ...open, of: 'hocuspocus-33', required: 1 / 10, stretch: 1 / 20 },
  {
    scenario: 'J',
    figure: 'syncedShare',
    title: 'share that has the board',
    required: 1,
    stretch: 1,
    atLeast: true,
  },
  { scenario: 'K', figure: 'p95', title: 'p95 of a move, ms', required: 200, stretch: 100 },
  { ...close, of: 'hocuspocus', required: 1 / 5, stretch: 1 / 8 },
  { ...close, of: 'hocuspocus-33', required: 1 / 5, stretch: 1 / 8 },
  { ...pointing, of: 'hocuspocus', required: 1 / 8, stretch: 1 / 12 },
  { ...pointing, of: 'hocuspocus-33', required: 1 / 8, stretch: 1 / 12 },
  { ...memory, of: 'hocuspocus', required: 1.1, stretch: 1 },
  {
    scenario: 'G',
    figure: 'idleMb',
    title: 'memory of a server that just started, MB',
    required: 119,
    stretch: 100,
  },
]
