import { type BrowserContext, expect, type Page } from '@playwright/test'
import { Board } from './board.ts'

/** Somebody who reads along and changes nothing. */
export class Observer {
  readonly page: Page
  readonly board: Board

  private constructor(page: Page) {
    this.page = page
    this.board = new Board(page)
  }

  static async open(device: BrowserContext, link: string): Promise<Observer> {
    const page = await device.newPage()
    await page.goto(link)
    await expect(page).toHaveURL(/\/meekijken$/)
    return new Observer(page)
  }

  async openTab(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Borden' })
      .getByRole('button', { name })
      .click()
    await this.board.isOpen()
  }
}
