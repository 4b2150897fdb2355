import {
  type BrowserContext,
  type Download,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import { Board } from './board.ts'
import { Home } from './home.ts'

/** Who leads the evening, at the console. */
export class Facilitator {
  readonly page: Page
  /** The board that is open in the console. */
  readonly board: Board

  constructor(page: Page) {
    this.page = page
    this.board = new Board(page)
  }

  /** Starts a session on the home page and arrives at the console. */
  static async start(
    device: BrowserContext,
    origin: string,
    answers: { readonly title: string; readonly format?: string; readonly groups?: number },
  ): Promise<Facilitator> {
    const home = await Home.open(device, origin)
    await home.startSession(answers)
    await expect(home.page.getByRole('heading', { level: 1, name: answers.title })).toBeVisible()
    await expect(home.page).toHaveURL(/\/console$/)
    return new Facilitator(home.page)
  }

  get sessionId(): string {
    return /\/s\/([^/]+)\//.exec(this.page.url())?.[1] ?? ''
  }

  /** The join code as it stands in the header. */
  async code(): Promise<string> {
    const text = await this.page.getByText(/^Code\s+\w{4}-\w{4}$/).innerText()
    return text.replace(/^Code\s+/, '')
  }

  /** A link, shown by pressing for it. */
  async link(name: 'Voor deelnemers' | 'Voor meekijkers' | 'Voor de beamer' | 'Jouw eigen link') {
    await this.page.getByRole('button', { name: 'Meedoen en links' }).click()
    const row = this.page.getByRole('dialog').getByRole('region', { name })
    const show = row.getByRole('button', { name: 'Toon de link' })
    await expect(row.getByRole('textbox', { name })).toBeVisible()
    if (await show.isVisible()) await show.click()
    const address = await row.getByRole('textbox', { name }).inputValue()
    await this.page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click()
    return address
  }

  /** Waits until so many people are in. */
  async seesPeople(count: number): Promise<void> {
    await expect(this.page.getByRole('heading', { name: `Deelnemers (${count})` })).toBeVisible()
  }

  async makeGroups(): Promise<void> {
    await this.page.getByRole('button', { name: 'Maak groepen', exact: true }).click()
    await expect(this.page.getByText('De groepen zijn gemaakt.')).toBeVisible()
  }

  get people(): Locator {
    return this.page.getByRole('region', { name: /^Deelnemers/ })
  }

  /** Goes to a step of the draaiboek by pressing it. */
  async goTo(step: string): Promise<void> {
    const button = this.agenda.getByRole('button', { name: step })
    await button.click()
    await expect(button).toHaveAttribute('aria-current', 'step')
  }

  get agenda(): Locator {
    return this.page.getByRole('navigation', { name: 'Draaiboek' })
  }

  get mergePanel(): Locator {
    return this.page.getByRole('region', { name: 'Samenvoegen' })
  }

  async merge(): Promise<void> {
    await this.page.getByRole('button', { name: /^Voeg (opnieuw )?samen$/ }).click()
  }

  async undoMerge(): Promise<void> {
    // Just after a merge the way back stands below the screen, and later in the panel.
    const inPanel = this.mergePanel.getByRole('button', { name: 'Maak samenvoegen ongedaan' })
    const inBar = this.page.getByRole('button', { name: 'Maak ongedaan', exact: true })
    await inPanel.or(inBar).click()
  }

  /** What the last merge did, in words. */
  get mergeResult(): Locator {
    return this.mergePanel.getByRole('status')
  }

  card(name: string): Locator {
    return this.page.getByRole('article', { name })
  }

  async openBoard(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Open bord ${name}` }).click()
    await this.#draw()
  }

  /** The vision as piles, clusters and sentences beside each other. */
  async openVision(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open bord Visie' }).click()
    await expect(this.page.getByRole('heading', { name: 'Hoofdpunten' })).toBeVisible()
  }

  /** The vision opens in words where it can be put in order; a board is a canvas here. */
  async #draw(): Promise<void> {
    const ordering = this.page.getByRole('button', { name: 'Ordenen', pressed: true })
    if (await ordering.isVisible()) await ordering.click()
    await this.board.isOpen()
  }

  /** Goes from one open board to another. */
  async openTab(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Borden' })
      .getByRole('button', { name, exact: true })
      .click()
    await this.#draw()
  }

  async backToOverview(): Promise<void> {
    await this.page.getByRole('button', { name: 'Terug naar het overzicht' }).click()
  }

  /** Takes a board home, as a file. */
  async save(board: string, as: string): Promise<Download> {
    const card = this.card(board)
    await card.getByRole('button', { name: /^In en uit/ }).click()
    const download = this.page.waitForEvent('download')
    await card.getByText(as).click()
    return download
  }
}
