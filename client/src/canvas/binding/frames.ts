/** Runs work once per frame, however often it is asked for. */
export interface Frames {
  /** Asks for one run of the work; asking again before it ran changes nothing. */
  request(): void
  stop(): void
}

/** How long a hidden tab, which gets no frames, may lag behind. Milliseconds. */
const HIDDEN_TAB_MS = 120

/** Frames of the browser, with a timer for tabs that nobody looks at. */
export function browserFrames(work: () => void): Frames {
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    timer = undefined
  }
  const run = (): void => {
    stop()
    work()
  }
  return {
    request() {
      if (timer !== undefined) return
      timer = setTimeout(run, HIDDEN_TAB_MS)
      frame = requestAnimationFrame(run)
    },
    stop,
  }
}
