import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { documentKinds, formats, VisionContent } from '@stip/report'
import type { DocumentKind, Format } from '@stip/report'
import { sealed, sha256 } from '@stip/report/hash'
import type { ReportAnswer, ReportQuestion } from '../../reports/report-messages.ts'

/**
 * How long the documents of a full evening take, and what they cost in memory: three boards of 120 notes, all
 * of which come back somewhere, drawings and boards as pictures, in every format. The thread is the built one.
 */
const NOTES_PER_GROUP = 120

const content = aFullEvening()
const { text } = sealed(content)
const pictures = ['a', 'b', 'c'].map((letter) => {
  const bytes = fixture(`drawing-${letter}.png`)
  return { hash: sha256(bytes), bytes: new Uint8Array(bytes) }
})
const before = process.memoryUsage().rss
const begun = performance.now()
const thread = new Worker(new URL('../../../dist/report-worker.js', import.meta.url))
let id = 0
for (const kind of documentKinds) {
  for (const format of formats) {
    // oxlint-disable-next-line no-await-in-loop -- One after the other, as the server makes them.
    await measured(kind, format)
  }
}
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
print(`alles samen, met het starten van de draad: ${Math.round(performance.now() - begun)} ms`)
print(
  `geheugen: ${megabytes(process.resourceUsage().maxRSS * 1024)} op zijn hoogst, waarvan ${megabytes(before)} voor het begon`,
)
await thread.terminate()

async function measured(kind: DocumentKind, format: Format): Promise<void> {
  const [start, busy] = [performance.now(), process.cpuUsage()]
  const bytes = await asked({
    id: id++,
    task: 'document',
    kind,
    format,
    content: text,
    before: undefined,
    pictures,
  })
  const took = Math.round(performance.now() - start)
  const { user, system } = process.cpuUsage(busy)
  print(
    `${kind}.${format}`.padEnd(20),
    `${took} ms`.padStart(9),
    `${Math.round((user + system) / 1000)} ms rekenen`.padStart(18),
    `${Math.round(bytes.length / 1000)} kB`.padStart(9),
  )
}

function asked(question: ReportQuestion): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  thread.once('message', (answer: ReportAnswer) => {
    if (answer.kind === 'made') resolve(answer.bytes)
    else reject(new Error(JSON.stringify(answer)))
  })
  thread.removeAllListeners('error')
  thread.once('error', reject)
  thread.postMessage(question, [])
  return promise
}

/** The invented evening, with every board full: sixty statements, and every note used or told why not. */
function aFullEvening(): VisionContent {
  const evening = VisionContent.parse(JSON.parse(String(fixture('sterrenveld.json'))))
  const { clusters, notUsed, statements, participation } = evening
  const texts = clusters.flatMap(({ cards }) => cards)
  const notes = participation.groups.flatMap(({ letter, name }, group) =>
    Array.from({ length: NOTES_PER_GROUP }, (_, place) => {
      const { text: said = '' } = texts[(place * 7 + group) % texts.length] ?? {}
      return { cardId: `${letter}-${place}`, text: said, group: { letter, name } }
    }),
  )
  return {
    ...evening,
    statements: Array.from({ length: 60 }, (_, place) => {
      const statement = statements[place % 3] ?? statements[0]
      if (statement === undefined) throw new Error('The evening has no statements.')
      return { ...statement, id: `z${place}`, sources: notes.slice(place * 5, place * 5 + 5) }
    }),
    clusters: Array.from({ length: 30 }, (_, place) => ({
      name: clusters[place % clusters.length]?.name ?? '',
      cards: notes.slice(place * 10, place * 10 + 10),
    })),
    notUsed: notes
      .slice(300)
      .map((card, place) => ({ card, why: notUsed[place % 5]?.why ?? null })),
  }
}

function fixture(name: string): Buffer {
  const folder = '../../../../packages/report/src/test/fixtures/'
  return readFileSync(new URL(folder + name, import.meta.url))
}

function print(...words: readonly string[]): void {
  process.stdout.write(`${words.join(' ')}\n`)
}
