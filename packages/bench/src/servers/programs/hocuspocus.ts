import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'

// Hocuspocus as its manual sets it up: boards in SQLite, everything else as it comes. Its own
// SQLite extension does the same with another driver, which would have to be compiled. With a third
// word it gathers what comes within so many milliseconds before it sends it on.

const [port, folder = '.', flushDelay] = process.argv.slice(2)
const database = new DatabaseSync(join(folder, 'hocuspocus.sqlite'))
database.exec('PRAGMA journal_mode = WAL')
database.exec(
  'CREATE TABLE IF NOT EXISTS documents (name TEXT NOT NULL PRIMARY KEY, data BLOB NOT NULL)',
)
const read = database.prepare('SELECT data FROM documents WHERE name = ?')
const write = database.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
)

const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  ...(flushDelay === undefined ? {} : { flushDelay: Number(flushDelay) }),
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        const row = read.get(documentName)
        return row?.['data'] instanceof Uint8Array ? row['data'] : null
      },
      store: async ({ documentName, state }) => {
        write.run(documentName, state)
      },
    }),
  ],
})
await server.listen()
