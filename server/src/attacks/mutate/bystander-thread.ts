import { parentPort, workerData } from 'node:worker_threads'
import { changeFields } from '@stip/documents'
import type * as Y from 'yjs'
import { Device } from '../../test/device.ts'
import { Line } from '../line.ts'
import type { Experience, Post } from './bystander.ts'

const MOVE_EVERY_MS = 100
/** A move that is not seen after this long counts as this long. */
const PATIENCE_MS = 5000

const { url, cookie, boardId, record } = workerData as Post
const device = new Device(url)
device.cookie = cookie
const path = `/sync/${boardId}?as=facilitator`
const [moving, watching] = await Promise.all([
  Line.to(device.socket(`${path}&stip=1`)),
  Line.to(device.socket(path)),
])
const latencies: number[] = []
let moves = 0

const timer = setInterval(() => {
  const startedAt = performance.now()
  // A place that nobody else uses, so that it is this move that is seen.
  const x = 10_000 + moves++ / 8
  const stop = setTimeout(() => seen(PATIENCE_MS), PATIENCE_MS)
  const seen = (after: number): void => {
    clearTimeout(stop)
    records(watching).unobserveDeep(look)
    latencies.push(after)
  }
  const look = (): void => {
    const place = records(watching).get(record)?.get('xy')
    if (Array.isArray(place) && place[0] >= x) seen(performance.now() - startedAt)
  }
  records(watching).observeDeep(look)
  moving.write((doc) => changeFields(doc, record, { xy: [x, 0] }))
}, MOVE_EVERY_MS)

parentPort?.once('message', () => {
  clearInterval(timer)
  const experience: Experience = { latencies, refused: moving.refused?.reason }
  // A thread of our own has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(experience)
})

function records({ doc }: Line): Y.Map<Y.Map<unknown>> {
  return doc.getMap('records')
}
