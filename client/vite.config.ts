import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { joinBudget } from './build/join-budget.ts'
import { precompress } from './build/precompress.ts'
import { serviceWorker } from './build/service-worker.ts'
import { themeTokens } from './build/theme-tokens.ts'

const server = `http://127.0.0.1:${process.env['STIP_PORT'] ?? '3000'}`

export default defineConfig({
  plugins: [
    react(),
    themeTokens(new URL('src/ui/nl-design-system.ts', import.meta.url)),
    joinBudget({
      limitBytes: 80 * 1024,
      pages: [['src/screens/join-screen.tsx'], ['src/screens/participant-screen.tsx']],
    }),
    // The list of a board: what it adds to the waiting room, and all of it together.
    joinBudget({
      limitBytes: 90 * 1024,
      after: ['src/screens/participant-screen.tsx'],
      pages: [['src/screens/participant-board.tsx', 'src/features/outline/outline-view.tsx']],
    }),
    joinBudget({
      limitBytes: 160 * 1024,
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
      // Files for who makes a PDF: a third of a megabyte that a phone on guest wifi does not fetch.
      leftOut: ['board-pdf-'],
    }),
    precompress(),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
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
