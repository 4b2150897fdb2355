import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The page of `npm run bench:client`, built as the product is and shipped with nothing. */
export default defineConfig({
  root: folder('..'),
  plugins: [react()],
  build: {
    outDir: folder('../../.stip/bench-client'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: folder('../bench/index.html') },
  },
})
