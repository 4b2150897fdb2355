import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { collectInOneThread, threadLimits } from './gc-settings.ts'

/** Makes much that is gone at once, and tells how large the room for that became, in bytes. */
const churn = `
  const { parentPort } = require('node:worker_threads')
  const { getHeapSpaceStatistics } = require('node:v8')
  let kept = []
  for (let i = 0; i < 2e6; i++) {
    kept.push({ i })
    if (kept.length > 50_000) kept = []
  }
  const room = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
  parentPort.postMessage(room.space_size)
`

describe('the memory of the server', () => {
  it('keeps a thread beside that of the boards within its bound', async () => {
    collectInOneThread()
    const thread = new Worker(churn, { eval: true, resourceLimits: threadLimits })
    const [bytes] = await once(thread, 'message')
    expect(bytes).toBeLessThanOrEqual(threadLimits.maxYoungGenerationSizeMb * 1024 * 1024)
  })
})
