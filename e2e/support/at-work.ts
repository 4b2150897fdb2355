import type { BrowserContext, BrowserContextOptions } from '@playwright/test'
import { Participant } from '../people/participant.ts'
import { Evening } from './evening.ts'
import type { StipServer } from './stip-server.ts'

/** What a journey has at hand, as far as it is needed here. */
interface Tools {
  readonly newDevice: (options?: BrowserContextOptions) => Promise<BrowserContext>
  readonly stip: Pick<StipServer, 'url' | 'origin'>
}

interface Wishes {
  readonly format?: string
  /** One, unless said otherwise, so that all draw on one board. */
  readonly groupCount?: number
  /** What somebody holds, when that is no laptop. */
  readonly devices?: { readonly [name: string]: BrowserContextOptions | undefined }
}

/**
 * Anna and Bram at one board, in the first step that draws. They came in by a request: this is for
 * journeys that show something else.
 */
export async function twoAtWork(tools: Tools, wishes?: Wishes) {
  const { evening, anna, bram } = await twoInGroups(tools, wishes)
  await Promise.all([anna.goToBoard(), bram.goToBoard()])
  return { evening, anna, bram }
}

/** The same, while their screens still say in which group they are. */
export async function twoInGroups(tools: Tools, wishes: Wishes = {}) {
  const { evening, open } = await anEvening(tools, wishes)
  const [first, second] = [await evening.join('Anna'), await evening.join('Bram')]
  await evening.drawInGroups()
  const [anna, bram] = await Promise.all([open('Anna', first.device), open('Bram', second.device)])
  return { evening, anna, bram }
}

/** Anna alone at a board, in the first step that draws. */
export async function oneAtWork(tools: Tools, wishes?: Wishes) {
  const { evening, anna } = await oneInGroup(tools, wishes)
  await anna.goToBoard()
  return { evening, anna }
}

/** The same, while her screen still says in which group she is. */
export async function oneInGroup(tools: Tools, wishes: Wishes = {}) {
  const { evening, open } = await anEvening(tools, wishes)
  const { device } = await evening.join('Anna')
  await evening.drawInGroups()
  return { evening, anna: await open('Anna', device) }
}

/** An evening that has begun, and a way to open the screens of who comes in. */
export async function anEvening({ newDevice, stip }: Tools, { devices, ...choices }: Wishes) {
  const evening = await Evening.start(stip.url, { groupCount: 1, ...choices })
  /** The screen of somebody who is in. */
  const open = async (name: string, { headers }: { headers: Readonly<Record<string, string>> }) => {
    const browser = await newDevice(devices?.[name])
    const [cookie = '', value = ''] = headers['cookie']?.split('=') ?? []
    await browser.addCookies([{ name: cookie, value, url: stip.origin }])
    const page = await browser.newPage()
    await page.goto(`${stip.origin}/s/${evening.sessionId}/meedoen`)
    return Participant.on(page, name)
  }
  return { evening, open }
}
