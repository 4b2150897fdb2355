import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstFiles } from './build/first-files.ts'
import { joinBudget } from './build/join-budget.ts'
import { precompress } from './build/precompress.ts'
import { serviceWorker } from './build/service-worker.ts'
import { signsOnly } from './build/signs-only.ts'
import { trueType } from './build/true-type.ts'
import { themeTokens } from './build/theme-tokens.ts'
import { withoutBallast } from './build/without-ballast.ts'
import { withoutTldrawUi } from './build/without-tldraw-ui.ts'

const server = `http://127.0.0.1:${process.env['STIP_PORT'] ?? '3000'}`

/** What screens have in common. */
const onMostScreens =
  /(?:preload-helper|client\/src\/(?:route|navigation|texts\/nl\.ts|features\/join\/forget-device|ui\/(?:controls\/button|marks\/logo|notices\/(?:message-page|notice)|use-title)|live\/(?:requests\/(?:ask|again|limited-fetch|keys|intent)|api\/api|part|feed\/view-copy)))/
/** What every screen of a session has; a participant waits for it. */
const inSessions =
  /packages\/(?:api|workshop\/src\/(?:clock\/clock|screens\/))|client\/src\/(?:live\/(?:feed\/(?:feed|shared|use-session-feed|session-state)|use-grant|clock\/|keep-page)|ui\/(?:notices\/(?:session-gate|later)|marks\/(?:group-badge|countdown))|features\/reading\/reads-first|screens\/board\/board-view)/
/** Questions before one is in. */
const comingIn =
  /client\/src\/(?:features\/join\/code-form|ui\/controls\/text-field|texts\/nl-start)|packages\/workshop\/src\/(?!vision|versions|questions)/
/**
 * What stands around a board, on a laptop and behind a press on a phone, and what a drawn board and
 * a list share of it: together these compress better than in files of a few hundred bytes.
 */
const aroundBoards = new RegExp(
  [
    /client\/src\/ui\/controls\/menu/,
    /client\/src\/texts\/board\/nl-(?:outline|status)\.ts/,
    /client\/src\/board\/own-edits/,
    /client\/src\/screens\/board\/(?:board-place|view-switch|read-board-later)/,
    /client\/src\/features\/step\/step-header/,
    /client\/src\/features\/boards\/(?:board-(?:names|tabs)|status|use-keeps-copies)/,
    /client\/src\/features\/(?:history\/history-menu|in-out\/board-in-out-later)/,
    /board\/src\/(?:bounds|shape-size|source-view)/,
    // Without what only a press on a menu needs.
    /board\/src\/outline\/(?!placing-edits|keep-clear|arrow-records|tie-edits)/,
    /client\/src\/features\/outline/,
    /client\/src\/board\/words/,
  ]
    .map(({ source }) => source)
    .join('|'),
)
/** What a board needs, drawn or in words. */
const onEveryBoard =
  /yjs|lib0|\/y-|packages\/(?:board|documents|sync)|client\/src\/board\/(?!words)/

export default defineConfig({
  plugins: [
    react(),
    withoutBallast(),
    withoutTldrawUi(),
    signsOnly(),
    trueType(),
    themeTokens(new URL('src/ui/nl-design-system.ts', import.meta.url)),
    joinBudget({
      limitBytes: 80 * 1024,
      pages: [['src/screens/join-screen.tsx'], ['src/screens/participant/participant-screen.tsx']],
    }),
    // A phone, from the QR code to its first note.
    joinBudget({
      limitBytes: 100 * 1024,
      pages: [
        [
          'src/screens/join-screen.tsx',
          'src/screens/participant/participant-screen.tsx',
          'src/screens/phone/phone-screen.tsx',
        ],
      ],
    }),
    // The list of a board: what it adds to the waiting room, and all of it together. It works out how
    // zones grow; no phone waits for it before its first note.
    joinBudget({
      limitBytes: 72 * 1024,
      after: ['src/screens/participant/participant-screen.tsx'],
      pages: [
        ['src/screens/participant/participant-board.tsx', 'src/features/outline/outline-view.tsx'],
      ],
    }),
    joinBudget({
      limitBytes: 150 * 1024,
      pages: [
        [
          'src/screens/participant/participant-screen.tsx',
          'src/screens/participant/participant-board.tsx',
          'src/features/outline/outline-view.tsx',
        ],
      ],
    }),
    firstFiles({ '/doe-mee': 'src/screens/join-screen.tsx' }),
    serviceWorker({
      source: new URL('src/service-worker.ts', import.meta.url),
      // Files for who makes a PDF, a third of a megabyte, and letters of other scripts, as much again:
      // a phone on guest wifi fetches neither before somebody asks for it.
      leftOut: ['board-pdf-', 'document-', 'keep-all-', 'pack-', 'noto-sans-'],
    }),
    precompress(),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          // Instead of twenty files of a few hundred bytes: those compress badly. What fewer share
          // stays on its own, so that nobody fetches what only others need.
          groups: [
            { name: 'screens', test: onMostScreens, minShareCount: 2 },
            { name: 'in-sessions', test: inSessions, minShareCount: 2 },
            { name: 'coming-in', test: comingIn, minShareCount: 2 },
            // What the first page needs of it must not bring the boards along.
            { name: 'primitives', test: /packages\/primitives/, minShareCount: 3 },
            { name: 'boards', test: onEveryBoard, minShareCount: 6 },
            { name: 'around', test: aroundBoards, minShareCount: 2 },
            { name: 'icons', test: /@tabler/, minShareCount: 2 },
          ],
        },
      },
    },
    // tldraw is one piece of about a megabyte; it loads when a board opens, never before.
    chunkSizeWarningLimit: 2500,
  },
  server: {
    port: Number(process.env['STIP_DEV_PORT'] ?? '5173'),
    strictPort: true,
    proxy: {
      '/api': { target: server, ws: true },
      '/sync': { target: server, ws: true },
    },
  },
})
