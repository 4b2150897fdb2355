import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { Board } from './board.ts'

/** The beamer: shows, and has nothing to press. */
export class Wall {
  readonly page: Page
  readonly board: Board

  private constructor(page: Page) {
    this.page = page
    this.board = new Board(page)
  }

  static async open(device: BrowserContext, link: string): Promise<Wall> {
    const page = await device.newPage()
    await page.goto(link)
    await expect(page).toHaveURL(/\/beamer$/)
    return new Wall(page)
  }

  /** A page that became the wall by itself. */
  static on(page: Page): Wall {
    return new Wall(page)
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  /** Words that the room reads. */
  words(text: string | RegExp): Locator {
    return this.page.getByText(text)
  }

  async showsCode(code: string): Promise<void> {
    await expect(this.page.getByText(code)).toBeVisible()
    await expect(this.page.getByRole('img', { name: /^QR-code/ })).toBeVisible()
  }

  async hasNothingToPress(): Promise<void> {
    // The mark of tldraw is one, and stays as it is.
    await expect(this.page.getByRole('button', { name: /^(?!made with tldraw$)/ })).toHaveCount(0)
    await expect(this.page.getByRole('toolbar')).toHaveCount(0)
  }
}
