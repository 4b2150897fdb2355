import { type BrowserContext, expect, type Page } from '@playwright/test'

/** The page where everybody starts. */
export class Home {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async open(device: BrowserContext, origin: string): Promise<Home> {
    const page = await device.newPage()
    await page.goto(`${origin}/`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    return new Home(page)
  }

  /** Opens the questions behind "Begin een bijeenkomst". */
  async openStartForm(): Promise<void> {
    await this.page.getByRole('button', { name: 'Begin een bijeenkomst' }).click()
    await expect(this.page.getByLabel('Hoe heet de bijeenkomst?')).toBeVisible()
  }

  async startSession(answers: {
    readonly title: string
    readonly format?: string
    readonly groups?: number
  }): Promise<void> {
    await this.openStartForm()
    await this.page.getByLabel('Hoe heet de bijeenkomst?').fill(answers.title)
    if (answers.format !== undefined) {
      await this.page
        .getByLabel('Welk draaiboek gebruik je?')
        .selectOption({ label: answers.format })
    }
    if (answers.groups !== undefined) {
      await this.page.getByLabel('Hoeveel groepen?').selectOption(String(answers.groups))
    }
    await this.page.getByRole('button', { name: 'Maak de bijeenkomst' }).click()
  }

  /** Types a code the way it comes, and presses "Doe mee". */
  async joinWithCode(code: string): Promise<void> {
    await this.page.getByLabel('Code').fill(code)
    await this.page.getByRole('button', { name: 'Doe mee' }).click()
  }
}
