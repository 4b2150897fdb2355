/** Writes every document of the invented evening into a folder, to be looked at: `node tools/preview.ts FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDocument } from '../src/files.ts'
import { documentKinds, formats } from '../src/index.ts'
import { sterrenveld } from '../src/test/sterrenveld.ts'
import { theMeans } from '../src/test/the-means.ts'

const folder = process.argv[2] ?? 'preview'
mkdirSync(folder, { recursive: true })
for (const kind of documentKinds) {
  for (const format of formats) {
    const bytes = await writeDocument(sterrenveld(), { kind, format }, theMeans())
    writeFileSync(join(folder, `${kind}.${format}`), bytes)
  }
}
