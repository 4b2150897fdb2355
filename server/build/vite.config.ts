import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What is started by itself: the server, its threads, and the process that looks through its data. */
const programs = [
  'main.ts',
  'board-thread/thread.ts',
  'proposals/proposal-thread.ts',
  'reports/report-worker.ts',
  'archives/archive-worker.ts',
  'storage/log/log-thread.ts',
  'storage/log/compaction-thread.ts',
  'storage/check/check-process.ts',
]
const names = new Map(programs.map((program) => [basename(program), basename(program, '.ts')]))

/** A program that is named by its place in the source is named by its place in the build. */
const startPrograms = {
  name: 'stip-start-programs',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | undefined {
    if (!id.startsWith(folder('../src/'))) return undefined
    return code.replace(/new URL\('([^']+\.ts)', import\.meta\.url\)/g, (_found, path: string) => {
      const name = names.get(basename(path))
      if (name === undefined) throw new Error(`${id} starts ${path}, which is not built.`)
      return `new URL('./${name}.js', import.meta.url)`
    })
  },
}

/**
 * The server with all that it uses in few files, readable as they are; only what is compiled for one kind
 * of machine stays outside.
 */
export default {
  root: folder('..'),
  plugins: [startPrograms],
  ssr: { noExternal: true as const, external: ['sharp'] },
  build: {
    ssr: true,
    outDir: folder('../dist'),
    emptyOutDir: true,
    minify: false,
    target: 'node24',
    rollupOptions: {
      input: Object.fromEntries(
        programs.map((program) => [basename(program, '.ts'), folder(`../src/${program}`)]),
      ),
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
}
