import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { patience } from '../support/patience.ts'
import { Board } from './board.ts'

/** Somebody who draws along, on a phone or a laptop. */
export class Participant {
  readonly page: Page
  readonly name: string
  readonly board: Board

  private constructor(page: Page, name: string) {
    this.page = page
    this.name = name
    this.board = new Board(page)
  }

  /** Joins with the code, by typing it: three small steps, up to the waiting room. */
  static async join(
    device: BrowserContext,
    origin: string,
    who: { readonly code: string; readonly name: string; readonly role?: string },
  ): Promise<Participant> {
    const page = await device.newPage()
    await page.goto(`${origin}/doe-mee`)
    const person = new Participant(page, who.name)
    await person.typeCode(who.code)
    await person.tellName(who.name)
    await person.tellRole(who.role ?? 'Bewoner')
    return person
  }

  /** Somebody on a page that is open already. */
  static on(page: Page, name: string): Participant {
    return new Participant(page, name)
  }

  async typeCode(code: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Wat is de code?' })).toBeVisible()
    await this.page.getByLabel('Code').fill(code)
    await this.page.getByRole('button', { name: 'Verder' }).click()
  }

  async tellName(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Hoe mogen we je noemen?' })).toBeVisible()
    await this.page.getByLabel('Je naam').fill(name)
    await this.page.getByRole('button', { name: 'Verder' }).click()
  }

  async tellRole(role: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Wie ben je vanavond?' })).toBeVisible()
    await this.page.getByRole('radio', { name: role, exact: true }).check()
    await this.page.getByRole('button', { name: 'Doe mee' }).click()
  }

  async isWaiting(): Promise<void> {
    const hello = this.page.getByRole('heading', { name: `Welkom, ${this.name}` })
    await expect(hello).toBeVisible()
  }

  /** Reads the group off the screen: its letter. */
  async ownGroup(): Promise<string> {
    const title = this.page.getByRole('heading', { name: /^Je zit in groep/ })
    // After six seconds the screen goes on by itself, and the letter stands above the board.
    const above = this.page.getByRole('banner')
    let letter: string | undefined
    await expect(async () => {
      const [place, written] = (await title.isVisible())
        ? ([title, /groep\s*([A-L])/] as const)
        : ([above, /^\s*([A-L])\s/] as const)
      letter = written.exec(await place.innerText({ timeout: patience.oneTry }))?.[1]
      expect(letter).toBeDefined()
    }).toPass({ timeout: patience.look })
    return letter ?? ''
  }

  /** Has read in which group it is, and goes to the board. */
  async goToBoard(): Promise<void> {
    await this.goOn(this.board.region)
    await this.board.isOpen()
  }

  /** Has read in which group it is, and goes on; after six seconds the screen does so by itself. */
  async goOn(to: Locator): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Naar het bord' })
    await expect(async () => {
      if (await button.isVisible()) await button.click({ timeout: patience.oneTry })
      await expect(to).toBeVisible({ timeout: patience.oneTry })
    }).toPass({ timeout: patience.look })
  }

  /** Taken along to a board one reads it; this goes on to the board itself. */
  async goOnToBoard(): Promise<void> {
    await this.page.getByRole('button', { name: 'Bekijk het bord' }).click()
    await this.board.isOpen()
  }

  async openTab(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Borden' })
      .getByRole('button', { name, exact: true })
      .click()
  }
}
