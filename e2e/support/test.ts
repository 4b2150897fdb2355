import {
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
} from '@playwright/test'
import { type StipServer, startServer } from './stip-server.ts'

/** What every journey has at hand. */
interface Journey {
  /**
   * Another device: a browser that shares nothing with the others. What any of them asks
   * elsewhere than at our own server, or throws unhandled, fails the journey.
   */
  readonly newDevice: (options?: BrowserContextOptions) => Promise<BrowserContext>
}

interface Worker {
  /** A running server, shared by the journeys of one worker; every journey has a session of its own. */
  readonly stip: StipServer
}

export const test = base.extend<Journey, Worker>({
  stip: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures here.
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  newDevice: async ({ browser }, use) => {
    const devices: Device[] = []
    await use(async (options = {}) => {
      const device = await aDevice(browser, options)
      devices.push(device)
      return device.context
    })
    const complaints = devices.flatMap(({ complaints }) => complaints)
    await Promise.all(devices.map(({ context }) => context.close()))
    expect(complaints, 'what went elsewhere, or was thrown').toEqual([])
  },
})

interface Device {
  readonly context: BrowserContext
  readonly complaints: string[]
}

async function aDevice(browser: Browser, options: BrowserContextOptions): Promise<Device> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const complaints: string[] = []
  context.on('request', (request) => {
    if (!isOwn(request.url())) complaints.push(request.url())
  })
  // What our own policy stopped never left.
  context.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'csp') return
    const place = complaints.indexOf(request.url())
    if (place >= 0) complaints.splice(place, 1)
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (!isOwn(socket.url())) complaints.push(socket.url())
    })
  })
  return { context, complaints }
}

function isOwn(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'data:' || protocol === 'blob:' || hostname === 'stip.test'
}

export { expect } from '@playwright/test'
