import { expect, type Locator, type Page } from '@playwright/test'

/** Looking back on a board: what was deleted, how it was, and where something comes from. */
export class LookBack {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async openTrash(): Promise<Locator> {
    return this.open('Prullenbak', 'Prullenbak')
  }

  async openHistory(): Promise<Locator> {
    return this.open('Geschiedenis', 'Geschiedenis van dit bord')
  }

  /** Asks where the thing that is chosen on the board comes from. */
  async askOrigin(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Waar komt dit vandaan?' }).click()
    const panel = this.page.getByRole('dialog', { name: 'Waar komt dit vandaan?' })
    await expect(panel).toBeVisible()
    return panel
  }

  async close(panel: Locator): Promise<void> {
    await panel.getByRole('button', { name: 'Sluiten' }).click()
    await expect(panel).toHaveCount(0)
  }

  private async open(item: string, name: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Terugkijken en terugzetten' }).click()
    await this.page.getByRole('button', { name: item, exact: true }).click()
    const panel = this.page.getByRole('dialog', { name })
    await expect(panel).toBeVisible()
    return panel
  }
}
