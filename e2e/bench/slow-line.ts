import type { CDPSession } from '@playwright/test'

/** Slow 4G in a full hall, and a device of some years ago. */
const line = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }
const CPU_SLOWER = 4

/** Something that a page asked for. */
interface AskedFile {
  readonly url: string
  /** When it was asked for and when it was here, in seconds of the browser's clock. */
  readonly askedAt: number
  cameAt?: number
  bytes: number
}

/** What came over a line until now. */
interface Came {
  bytes: number
  /** In the order in which they were asked for. */
  readonly files: AskedFile[]
}

/** Slows a page down, and counts what comes over its line. */
export async function onSlowLine(cdp: CDPSession): Promise<Came> {
  const came: Came = { bytes: 0, files: [] }
  const byId = new Map<string, AskedFile>()
  cdp.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    const file = { url: request.url, askedAt: timestamp, bytes: 0 }
    byId.set(requestId, file)
    came.files.push(file)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    came.bytes += encodedDataLength
    Object.assign(byId.get(requestId) ?? {}, { bytes: encodedDataLength, cameAt: timestamp })
  })
  cdp.on('Network.webSocketFrameReceived', ({ response }) => {
    came.bytes += response.payloadData.length
  })
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: false })
  await cdp.send('Network.emulateNetworkConditions', { offline: false, ...line })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER })
  return came
}

/** What a page asked for, when it was asked for and when it was here: a line for each. */
export function waterfallOf({ files }: Came): string {
  const start = files[0]?.askedAt ?? 0
  return files
    .filter(({ url }) => !url.startsWith('data:'))
    .map(({ url, askedAt, cameAt, bytes }) => {
      const times = [askedAt, cameAt].map((at) =>
        at === undefined ? '–' : (at - start).toFixed(2),
      )
      const { pathname } = new URL(url, 'http://page')
      return `${times.map((time) => time.padStart(6)).join(' ')} ${(bytes / 1000).toFixed(1).padStart(6)} kB ${pathname}`
    })
    .join('\n')
}
