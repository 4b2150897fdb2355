import { expect, type Locator, type Page } from '@playwright/test'

/** The list: a board in words, as somebody uses it who does not see it or has no mouse. */
export class Outline {
  readonly page: Page
  readonly region: Locator

  constructor(page: Page) {
    this.page = page
    this.region = page.getByRole('region', { name: 'Het bord als lijst' })
  }

  /** Comes to the list with the switch above the board. */
  async open(view: 'Lijst' | 'Naast elkaar' = 'Lijst'): Promise<void> {
    await this.page.getByRole('button', { name: view, exact: true }).click()
    await this.isOpen()
  }

  async isOpen(): Promise<void> {
    await expect(this.region.getByRole('heading', { name: 'Het bord als lijst' })).toBeVisible()
  }

  section(name: string): Locator {
    return this.region.getByRole('region', { name, exact: true })
  }

  /** A note among what stands under a heading, or anywhere. */
  note(text: string | RegExp, section?: string): Locator {
    const place = section === undefined ? this.region : this.section(section)
    return place.getByRole('listitem').filter({ hasText: text }).first()
  }

  /** A note that one is told of, by the button that edits it. */
  edit(text: string): Locator {
    return this.region.getByRole('button', { name: `Bewerk: “${text}”` })
  }

  more(text: string): Locator {
    return this.region.getByRole('button', { name: `Meer: “${text}”` })
  }

  mark(text: string): Locator {
    return this.region.getByRole('button', { name: `Hoofdpunt: “${text}”` })
  }

  add(section: string): Locator {
    return this.region.getByRole('button', { name: `Nieuw briefje in ${section}` })
  }

  /** What is read out about what others do. */
  get announcement(): Locator {
    return this.region.getByTestId('announcements')
  }

  /** Walks to a control with the Tab key only. */
  async tabTo(control: Locator, backwards = false): Promise<void> {
    await expect(control).toBeVisible()
    for (let step = 0; step < 120; step++) {
      if (await control.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
    }
    throw new Error('This control cannot be reached with Tab.')
  }
}
