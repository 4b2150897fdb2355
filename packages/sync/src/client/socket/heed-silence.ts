import type { Awareness } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'

/** How long a line may leave us waiting, in ms. */
export interface SilenceLimits {
  /** From asking for a connection to having it. */
  readonly openMs: number
  /** From having it to the first word. */
  readonly firstWordMs: number
  /** Between two words; the server speaks at least every 15 s ([R10]). */
  readonly silenceMs: number
  /** The first two grow by half with every failure, for who is far away, until this. */
  readonly longestMs: number
}

export const silenceLimits: SilenceLimits = {
  openMs: 6_000,
  firstWordMs: 8_000,
  silenceMs: 40_000,
  longestMs: 20_000,
}

/** How often we look whether others would forget us, in ms. */
const RENEW_MS = 15_000

/**
 * Lets a line go that was taken and never answered, or went silent, and has it tried again with the
 * usual pauses. y-websocket waits for a connection as long as the browser does, which is minutes,
 * and looks for silence by a clock that people set.
 *
 * @param provider - With all its handlers: they are wrapped, to hear of every word.
 * @returns Stops watching.
 */
export function heedSilence(
  provider: WebsocketProvider,
  limits: SilenceLimits = silenceLimits,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let [heardAt, limitMs] = [0, 0]
  const stopWatching = (): void => clearTimeout(timer)
  const look = (): void => {
    const leftMs = heardAt + limitMs - performance.now()
    if (leftMs > 0) {
      timer = setTimeout(look, leftMs)
      return
    }
    provider.disconnect()
    // That was for this line only.
    provider.shouldConnect = true
  }
  const watch = (ms: number): void => {
    stopWatching()
    heardAt = performance.now()
    limitMs = ms
    timer = setTimeout(look, ms)
  }
  const patient = (ms: number): number =>
    Math.min(ms * 1.5 ** provider.wsUnsuccessfulReconnects, Math.max(ms, limits.longestMs))
  const onStatus = ({ status }: { readonly status: string }): void => {
    if (status === 'connecting') watch(patient(limits.openMs))
    else if (status === 'connected') watch(patient(limits.firstWordMs))
  }
  const heard = (): void => {
    // Sixty times a second when others draw: the timer itself looks how long it is ago.
    heardAt = performance.now()
    if (limitMs === limits.silenceMs) return
    watch(limits.silenceMs)
  }
  provider.on('status', onStatus)
  provider.on('connection-close', stopWatching)
  tellOfEveryWord(provider, heard)
  const renewing = setInterval(() => renewBehindTheClock(provider.awareness), RENEW_MS)
  return () => {
    stopWatching()
    clearInterval(renewing)
    provider.off('status', onStatus)
    provider.off('connection-close', stopWatching)
  }
}

/** Whatever the server says, and whoever listens to it. */
function tellOfEveryWord({ messageHandlers }: WebsocketProvider, heard: () => void): void {
  for (const [type, handle] of messageHandlers.entries()) {
    if (handle === undefined) continue
    messageHandlers[type] = (...word) => {
      heard()
      handle(...word)
    }
  }
}

/** Awareness renews itself by the clock of the device: set back, others would forget this person. */
function renewBehindTheClock(awareness: Awareness): void {
  const own = awareness.getLocalState()
  const renewedAt = awareness.meta.get(awareness.clientID)?.lastUpdated ?? 0
  if (own !== null && renewedAt > Date.now()) awareness.setLocalState(own)
}
