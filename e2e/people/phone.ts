import { expect, type Locator, type Page } from '@playwright/test'

/** What somebody sees who takes part on a phone: one question, and three things to do. */
export class Phone {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get question(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  get field(): Locator {
    return this.page.getByRole('textbox', { name: 'Schrijf hier' })
  }

  get sendButton(): Locator {
    return this.page.getByRole('button', { name: 'Stuur', exact: true })
  }

  /** The line that says what became of what was sent. */
  get said(): Locator {
    return this.page.getByRole('main').getByRole('status').first()
  }

  async send(words: string): Promise<void> {
    await this.field.fill(words)
    await this.sendButton.tap()
    await expect(this.field).toHaveValue('')
  }

  async isStored(): Promise<void> {
    await expect(this.said).toHaveText('Opgeslagen')
  }

  async choose(tab: 'Schrijf' | 'Lees' | 'Bord'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Wat wil je doen?' })
      .getByRole('button', { name: tab, exact: true })
      .tap()
  }

  zone(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true })
  }

  /** A list that is collapsed, by what stands on it: "Mijn briefjes (2)". */
  list(name: string | RegExp): Locator {
    return this.page.getByRole('group').filter({ has: this.page.getByText(name) })
  }

  async openList(name: string | RegExp): Promise<Locator> {
    await this.page.getByText(name).tap()
    return this.list(name)
  }
}
