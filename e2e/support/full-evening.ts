import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { Device, Lead, Rehearsal, Rest } from '@stip/rehearsal'

// Every connection of every person listens for the end of the process.
process.setMaxListeners(0)

/** The screens at which a full evening is looked at. */
export const screenNames = ['wall', 'laptop', 'phone', 'console'] as const
export type ScreenName = (typeof screenNames)[number]

/** The steps at which a full evening is looked at, from 1. */
export const stepsToLookAt = [1, 4, 7, 10, 13, 14, 16, 17] as const
export type StepToLookAt = (typeof stepsToLookAt)[number]

/** Of the file: who has a laptop in group A, and who has a phone there. */
const ON_LAPTOP = 5
const ON_PHONE = 8

/** The size at which each screen is used most. */
export const ownSizes: Readonly<
  Record<ScreenName, { readonly width: number; readonly height: number }>
> = {
  wall: { width: 1280, height: 720 },
  laptop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  console: { width: 1440, height: 900 },
}

/** The invented evening in a session of a server, with four screens of it open in a browser. */
export class FullEvening {
  readonly pages: Readonly<Record<ScreenName, Page>>
  readonly #rehearsal: Rehearsal
  readonly #lead: Lead
  readonly #news: readonly News[]

  private constructor(
    pages: Readonly<Record<ScreenName, Page>>,
    rehearsal: Rehearsal,
    lead: Lead,
    news: readonly News[],
  ) {
    this.#news = news
    this.pages = pages
    this.#rehearsal = rehearsal
    this.#lead = lead
  }

  /**
   * Plays the first step, and opens the screens of the facilitator, of the wall and of two people
   * who are in.
   */
  static async begin(
    { url, origin }: { readonly url: string; readonly origin: string },
    newDevice: (options: BrowserContextOptions) => Promise<BrowserContext>,
  ): Promise<FullEvening> {
    const rest = new Rest(new AbortController().signal)
    const facilitator = new Device({ url, origin: url, rest })
    const body = { format: 'bijeenkomst-1-visie', title: 'Visie Sterrenveld', groupCount: 3 }
    const { sessionId } = await facilitator.post<{ sessionId: string }>('/api/sessions', body)
    const rehearsal = await Rehearsal.begin({ facilitator, sessionId })
    await rehearsal.playTo(1)
    const lead = new Lead(facilitator, sessionId)
    const news = new Map<Page, News>()
    const { wall } = await lead.links()
    const open = async (screen: ScreenName, address: string, device?: Device): Promise<Page> => {
      const context = await newDevice({
        viewport: ownSizes[screen],
        ...(screen === 'phone' && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
      })
      const [name = '', value = ''] = device?.cookie.split('=') ?? []
      if (name !== '') await context.addCookies([{ name, value, url: origin }])
      const page = await context.newPage()
      news.set(page, new News(page))
      await page.goto(address)
      return page
    }
    const at = (place: string): string => `${origin}/s/${sessionId}/${place}`
    const pages = {
      wall: await open('wall', wall),
      laptop: await open('laptop', at('meedoen'), rehearsal.deviceOf(ON_LAPTOP)),
      phone: await open('phone', at('meedoen'), rehearsal.deviceOf(ON_PHONE)),
      console: await open('console', at('console'), facilitator),
    }
    return new FullEvening(pages, rehearsal, lead, [...news.values()])
  }

  /**
   * Plays on up to and including a step, and lets the room look at what the moment is about: at
   * the sharing the board of a group, at the merging the vision.
   */
  async playTo(step: StepToLookAt): Promise<void> {
    await this.#rehearsal.playTo(step)
    const { boards, groups, imagesAllowed } = await this.#lead.view()
    const vision = boards.find(({ kind }) => kind === 'vision')?.id
    const shown = step === 14 ? groups[0]?.boardId : step === 16 ? vision : undefined
    await this.#lead.command({ type: 'spotlight', boardId: shown ?? null })
    // A page hears only what it can see. This all of them see: who knows it knows all before it.
    for (const on of [!imagesAllowed, imagesAllowed]) {
      // oxlint-disable-next-line no-await-in-loop
      const { revision } = await this.#lead.command({ type: 'allow-images', on })
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all(this.#news.map((each) => each.hasCome(revision)))
    }
  }

  /** The device of somebody of the file who takes part on their own; undefined of who has none. */
  deviceOf(person: number): Device | undefined {
    return this.#rehearsal.deviceOf(person)
  }

  end(): void {
    this.#rehearsal.end()
  }
}

/** How far a page knows of the session. */
class News {
  #revision = -1
  readonly #listeners = new Set<() => void>()

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      if (!socket.url().includes('/feed')) return
      socket.on('framereceived', ({ payload }) => this.#hear(String(payload)))
    })
  }

  /** Waits until the page was told of a revision. */
  async hasCome(revision: number): Promise<void> {
    if (this.#revision >= revision) return
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.#revision < revision) return
        this.#listeners.delete(look)
        resolve()
      }
      this.#listeners.add(look)
    })
  }

  #hear(text: string): void {
    const { sessionRevision = -1 } = JSON.parse(text) as { readonly sessionRevision?: number }
    this.#revision = Math.max(this.#revision, sessionRevision)
    for (const listener of this.#listeners) listener()
  }
}

/** A browser's own contexts as devices, for who is no journey. */
export function devicesOf(browser: Browser) {
  return (options: BrowserContextOptions): Promise<BrowserContext> =>
    browser.newContext({
      reducedMotion: 'reduce',
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      ...options,
    })
}
