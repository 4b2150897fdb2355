import { theEditor, theHandle } from './bound.tsx'

/** What a picture of the board took. */
interface Pictured {
  readonly ms: number
  /** The longest time in which the page could do nothing else. */
  readonly stuckMs: number
  readonly bytes: number
  readonly width: number
  readonly height: number
}

/** Makes a picture (PNG) of the board that is open, as tldraw does by itself or as we do. */
export async function pictures(way: 'tldraw' | 'stip'): Promise<Pictured> {
  const watch = new StuckWatch()
  const start = performance.now()
  const [blob] = way === 'stip' ? await theHandle().exportPngs() : [await byTldraw()]
  if (blob === undefined) throw new Error('There is no picture.')
  const ms = performance.now() - start
  const stuckMs = await watch.stop()
  const bitmap = await createImageBitmap(blob)
  const { width, height } = bitmap
  bitmap.close()
  return { ms, stuckMs, bytes: blob.size, width, height }
}

async function byTldraw(): Promise<Blob> {
  const editor = theEditor()
  const { blob } = await editor.toImage([...editor.getCurrentPageShapeIds()], {
    format: 'png',
    background: true,
    padding: 48,
    darkMode: false,
  })
  return blob
}

/** Notices how long nothing else could be done. */
class StuckWatch {
  #last = performance.now()
  #longest = 0
  readonly #channel = new MessageChannel()
  #isOn = true

  constructor() {
    this.#channel.port1.addEventListener('message', () => {
      const now = performance.now()
      this.#longest = Math.max(this.#longest, now - this.#last)
      this.#last = now
      if (this.#isOn) setTimeout(() => this.#channel.port2.postMessage(0), 5)
    })
    this.#channel.port1.start()
    this.#channel.port2.postMessage(0)
  }

  async stop(): Promise<number> {
    await new Promise((resolve) => setTimeout(resolve, 20))
    this.#isOn = false
    return this.#longest
  }
}
