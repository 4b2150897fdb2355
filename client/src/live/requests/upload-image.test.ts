import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { uploadImage } from './upload-image.ts'

type Behaviour = 'answers' | 'is-silent' | 'never-answers' | 'breaks' | 'goes-slowly'

let behaviours: Behaviour[]
let keys: (string | undefined)[]

/** An upload that does what the test says. */
class FakeUpload extends EventTarget {
  readonly upload = new EventTarget()
  status = 0
  responseText = ''
  #key: string | undefined
  #isAborted = false

  open(): void {}

  setRequestHeader(name: string, value: string): void {
    if (name === 'idempotency-key') this.#key = value
  }

  abort(): void {
    this.#isAborted = true
    this.dispatchEvent(new Event('abort'))
  }

  send(): void {
    keys.push(this.#key)
    const behaviour = (behaviours.length > 1 ? behaviours.shift() : behaviours[0]) ?? 'answers'
    if (behaviour === 'is-silent') return
    if (behaviour === 'breaks') this.dispatchEvent(new Event('error'))
    else if (behaviour === 'goes-slowly') this.#goSlowly(1)
    else {
      this.upload.dispatchEvent(new Event('load'))
      if (behaviour === 'answers') this.#answer()
    }
  }

  #goSlowly(step: number): void {
    if (this.#isAborted) return
    this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded: step, total: 20 }))
    if (step === 20) this.#answer()
    else setTimeout(() => this.#goSlowly(step + 1), 15_000)
  }

  #answer(): void {
    this.status = 200
    this.responseText = '{"src":"/api/images/1"}'
    this.dispatchEvent(new Event('load'))
  }
}

const picture = new Blob(['x'], { type: 'image/png' })
const where = { boardId: 'bord', role: 'participant' } as const

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('XMLHttpRequest', FakeUpload)
  keys = []
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a picture on its way', () => {
  it.each<Behaviour>(['is-silent', 'never-answers', 'breaks'])(
    'is sent again, as the same, when the server %s',
    async (behaviour) => {
      behaviours = [behaviour, 'answers']
      const outcome = uploadImage(picture, where)
      await vi.runAllTimersAsync()
      await expect(outcome).resolves.toMatchObject({ ok: true })
      expect(keys).toHaveLength(2)
      expect(new Set(keys).size).toBe(1)
    },
  )

  it('is given up in words when nothing helps', async () => {
    behaviours = ['is-silent']
    const outcome = uploadImage(picture, where)
    await vi.runAllTimersAsync()
    await expect(outcome).resolves.toMatchObject({ ok: false })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('may take minutes, as long as it moves', async () => {
    behaviours = ['goes-slowly']
    const outcome = uploadImage(picture, where)
    await vi.runAllTimersAsync()
    await expect(outcome).resolves.toMatchObject({ ok: true })
    expect(keys).toHaveLength(1)
  })

  it('is not sent again when its person stops it', async () => {
    behaviours = ['is-silent']
    const stop = new AbortController()
    const outcome = uploadImage(picture, { ...where, signal: stop.signal })
    stop.abort()
    await vi.runAllTimersAsync()
    await expect(outcome).resolves.toMatchObject({ ok: false })
    expect(keys).toHaveLength(1)
  })
})
