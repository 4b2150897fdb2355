/** What one package or app may use; see ARCHITECTURE.md for why. */
export interface Layer {
  /** Packages of our own, by their name behind '@stip/'. */
  readonly stip: readonly string[]
  /** Packages of others; 'any' where a layer is a door to the world outside. */
  readonly outside: readonly string[] | 'any'
  /** Whether it runs in Node only, and may use what Node brings. Tests always may. */
  readonly runsInNode: boolean
}

const everyPackage = [
  'primitives',
  'similarity',
  'workshop',
  'board',
  'sync',
  'documents',
  'formats',
  'api',
]

/**
 * The architecture, from the bottom up. A folder may use what is named here and nothing else:
 * this is the table of ARCHITECTURE.md, for the packages that exist now.
 */
export const layers: Readonly<Record<string, Layer>> = {
  'packages/primitives': { stip: [], outside: [], runsInNode: false },
  'packages/workshop': { stip: ['primitives'], outside: ['zod'], runsInNode: false },
  'packages/similarity': { stip: [], outside: [], runsInNode: false },
  'packages/board': { stip: ['primitives'], outside: [], runsInNode: false },
  'packages/sync': {
    stip: ['primitives'],
    outside: ['yjs', 'y-protocols', 'lib0', 'y-websocket', 'y-indexeddb'],
    runsInNode: false,
  },
  'packages/documents': {
    stip: ['primitives', 'board'],
    outside: ['yjs', '@tldraw/tlschema', '@tldraw/store', '@tldraw/validate', 'papaparse'],
    runsInNode: false,
  },
  'packages/formats': { stip: ['workshop'], outside: ['zod'], runsInNode: false },
  'packages/api': {
    stip: ['primitives', 'workshop', 'board'],
    outside: ['zod'],
    runsInNode: false,
  },
  'packages/report': {
    stip: ['board', 'workshop'],
    outside: ['zod', 'pdfkit', 'fontkit', 'fflate'],
    runsInNode: true,
  },
  'packages/rehearsal': { stip: everyPackage, outside: ['yjs', 'zod'], runsInNode: true },
  'packages/testing': { stip: [], outside: [], runsInNode: true },
  'packages/launcher': { stip: [], outside: [], runsInNode: true },
  'packages/bench': { stip: ['board', 'documents'], outside: 'any', runsInNode: true },
  server: { stip: [...everyPackage, 'rehearsal', 'report'], outside: 'any', runsInNode: true },
  client: { stip: everyPackage, outside: 'any', runsInNode: false },
  e2e: { stip: ['testing', 'launcher', 'rehearsal'], outside: 'any', runsInNode: true },
}

/** What every test may use besides what its layer may. */
export const testTools: readonly string[] = ['vitest', 'fast-check']

/** What no `npm start` builds or runs, and so may use the tools of tests. */
export const neverStarted: readonly string[] = ['e2e/', 'server/src/attacks/']

/** Everything that may stand at the top of the repository; names that begin with a dot are free. */
export const topLevel = {
  folders: ['client', 'e2e', 'findings', 'packages', 'server'],
  /** Made while working, and ignored by git. */
  made: ['node_modules', 'data', 'dist', 'coverage', 'test-results', 'playwright-report'],
  files: [
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'publiccode.yml',
    'tsconfig.base.json',
    'vitest.config.ts',
  ],
} as const

/** One import that is allowed in some places only. */
interface Door {
  readonly rule: string
  /** Names of modules; each stands for what lies behind it too, as 'tldraw' for 'tldraw/tldraw.css'. */
  readonly modules: readonly string[]
  readonly allowedIn: readonly string[]
  /** Tests may come in through the back. */
  readonly exceptTests: boolean
}

/** Outside libraries stay behind one door each, and halves that must not know each other do not. */
export const doors: readonly Door[] = [
  {
    rule: 'tldraw is known in the canvas only',
    modules: ['tldraw', '@tldraw/editor'],
    allowedIn: ['client/src/canvas/'],
    exceptTests: false,
  },
  {
    rule: 'the provider and the local copy belong to the client half of sync',
    modules: ['y-websocket', 'y-indexeddb'],
    allowedIn: ['packages/sync/src/client/'],
    exceptTests: true,
  },
  {
    rule: 'rooms are kept by the server',
    modules: ['@stip/sync/room'],
    allowedIn: ['server/'],
    exceptTests: true,
  },
  {
    rule: 'boards are connected to by the client, and by who plays people',
    modules: ['@stip/sync/client'],
    allowedIn: ['client/', 'packages/rehearsal/'],
    exceptTests: true,
  },
  {
    rule: 'SQL stays in the storage of the server',
    modules: ['node:sqlite'],
    allowedIn: ['server/src/storage/', 'packages/bench/src/servers/programs/'],
    exceptTests: true,
  },
  {
    rule: 'nothing uses what runs it or shows it',
    modules: ['@stip/client', '@stip/server', '@stip/e2e'],
    allowedIn: [],
    exceptTests: false,
  },
]

/** Folders that may not know each other, though they are in one package. */
export const strangers: readonly (readonly [string, string])[] = [
  ['packages/sync/src/room/', 'packages/sync/src/client/'],
  ['packages/sync/src/client/', 'packages/sync/src/room/'],
  ['packages/sync/src/protocol/', 'packages/sync/src/room/'],
  ['packages/sync/src/protocol/', 'packages/sync/src/client/'],
]

/** Rules as pure functions: they are handed time and chance, and never fetch them. */
export const purePackages: readonly string[] = [
  'packages/workshop',
  'packages/board',
  'packages/similarity/src',
  'packages/report/src/content',
  'packages/report/src/difference',
  'packages/report/src/lens',
]

/** What pure packages never name. */
export const impureNames: readonly RegExp[] = [
  /\bDate\b/,
  /\bMath\s*\.\s*random\b/,
  /\bcrypto\b/,
  /\bperformance\b/,
  /\bset(?:Timeout|Interval)\b/,
]

/** The most lines a file may have; one idea is usually under 150. */
export const MOST_LINES = 300
