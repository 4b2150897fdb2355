/**
 * Holds the documents of the invented evening against tools of the system: `npm run check:report`. CI has none of
 * them, and reads each file in a library of npm instead. What is not installed is said, and is no fault.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { writeDocument } from '../src/files.ts'
import { documentKinds, formats } from '../src/index.ts'
import { sterrenveld } from '../src/test/sterrenveld.ts'
import { theMeans } from '../src/test/the-means.ts'

const folder = mkdtempSync(join(tmpdir(), 'stip-report-'))
let faults = 0

for (const kind of documentKinds) {
  for (const format of formats) {
    // oxlint-disable-next-line no-await-in-loop
    const bytes = await writeDocument(sterrenveld(), { kind, format }, theMeans())
    writeFileSync(join(folder, `${kind}.${format}`), bytes)
    if (format === 'docx') unpack(join(folder, `${kind}-word`), bytes)
  }
  const [pdf, word] = ['pdf', 'docx'].map((ending) => join(folder, `${kind}.${ending}`))
  run('qpdf', ['--check', pdf ?? ''], (said) =>
    said.includes('No syntax or stream encoding errors'),
  )
  run('pdfinfo', [pdf ?? ''], (said) => /Tagged:\s+yes/.test(said) && /Title:\s+\S/.test(said))
  run('pdfinfo', ['-struct', pdf ?? ''], (said) => /H1[\s\S]*H2[\s\S]*Table[\s\S]*TH/.test(said))
  run('pdffonts', [pdf ?? ''], (said) =>
    said
      .split('\n')
      .slice(2, -1)
      .every((line) => / yes yes yes /.test(line)),
  )
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
  const filter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
  const there = join(folder, `${kind}-office`)
  run(
    'soffice',
    [profile, '--headless', '--convert-to', filter, '--outdir', there, word ?? ''],
    (said) => said.includes('writer_pdf_Export'),
  )
  run('pdfinfo', ['-struct', join(there, `${kind}.pdf`)], (said) =>
    /H1[\s\S]*H2[\s\S]*TH/.test(said),
  )
}
process.stdout.write(
  faults === 0 ? `Alles klopt: ${folder}\n` : `${faults} keer niet goed: ${folder}\n`,
)
process.exitCode = faults === 0 ? 0 : 1

function unpack(to: string, bytes: Uint8Array): void {
  for (const [name, file] of Object.entries(unzipSync(bytes))) {
    const path = join(to, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, file)
    if (/\.(?:xml|rels)$/u.test(name)) run('xmllint', ['--noout', path], (said) => said === '')
  }
}

function run(tool: string, given: readonly string[], isRight: (said: string) => boolean): void {
  const { error, status, stdout, stderr } = spawnSync(tool, given, { encoding: 'utf8' })
  const name = `${tool} ${given.at(-1)?.replace(folder, '') ?? ''}`
  if (error !== undefined) process.stdout.write(`${name}: niet nagekeken, ${tool} is er niet\n`)
  else if (status === 0 && isRight(stdout + (tool === 'xmllint' ? stderr : '')))
    process.stdout.write(`${name}: goed\n`)
  else {
    faults++
    process.stdout.write(`${name}: niet goed\n${stdout.slice(0, 400)}${stderr.slice(0, 400)}\n`)
  }
}
