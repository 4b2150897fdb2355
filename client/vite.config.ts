import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { joinBudget } from './build/join-budget.ts'
import { precompress } from './build/precompress.ts'
import { serviceWorker } from './build/service-worker.ts'
import { signsOnly } from './build/signs-only.ts'
import { themeTokens } from './build/theme-tokens.ts'
import { withoutBallast } from './build/without-ballast.ts'

const server = `http://127.0.0.1:${process.env['STIP_PORT'] ?? '3000'}`

/** What screens have in common. */
const onMostScreens = /client\/src\/(?:ui|live|texts|route|navigation)/
/** What a board needs, drawn or in words. */
const onEveryBoard = /yjs|lib0|\/y-|packages\/(?:board|documents|sync)|client\/src\/board\//
/** What puts a board into words. */
const onBoardsInWords = /packages\/board\/src\/(?:outline|bounds|shape-size|source-view)/
/** What stands around a board on every screen that has one. */
const besideBoards =
  /client\/src\/(?:ui\/(?:later|menu|sheet|countdown)|live\/(?:use-now|clock|keep-page)|texts\/nl-outline|features\/boards\/board-|board\/own-edits)/

export default defineConfig({
  plugins: [
    react(),
    withoutBallast(),
    signsOnly(),
    themeTokens(new URL('src/ui/nl-design-system.ts', import.meta.url)),
    joinBudget({
      limitBytes: 80 * 1024,
      pages: [['src/screens/join-screen.tsx'], ['src/screens/participant-screen.tsx']],
    }),
    // The list of a board: what it adds to the waiting room, and all of it together.
    joinBudget({
      limitBytes: 70 * 1024,
      after: ['src/screens/participant-screen.tsx'],
      pages: [['src/screens/participant-board.tsx', 'src/features/outline/outline-view.tsx']],
    }),
    joinBudget({
      limitBytes: 150 * 1024,
      pages: [
        [
          'src/screens/participant-screen.tsx',
          'src/screens/participant-board.tsx',
          'src/features/outline/outline-view.tsx',
        ],
      ],
    }),
    serviceWorker({
      source: new URL('src/service-worker.ts', import.meta.url),
      // Files for who makes a PDF, a third of a megabyte, and letters of other scripts, as much again:
      // a phone on guest wifi fetches neither before somebody asks for it.
      leftOut: ['board-pdf-', 'keep-all-', 'pack-', 'noto-sans-'],
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
            { name: 'screens', test: onMostScreens, minShareCount: 6 },
            // What the first page needs of it must not bring the boards along.
            { name: 'primitives', test: /packages\/primitives/, minShareCount: 3 },
            { name: 'boards', test: onEveryBoard, minShareCount: 6 },
            // The list and who reads a board: in pieces it would be larger.
            { name: 'in-words', test: onBoardsInWords, minShareCount: 2 },
            { name: 'beside-boards', test: besideBoards, minShareCount: 2 },
            { name: 'icons', test: /@tabler/, minShareCount: 3 },
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
