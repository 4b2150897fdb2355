import { expect, type Locator, type Page } from '@playwright/test'

/** A place on the board as it is on screen: [0, 0] is the top left corner, [1, 1] the bottom right. */
export type Spot = readonly [across: number, down: number]

type Tool = 'Kies' | 'Pen' | 'Tekst' | 'Pijl' | 'Stip' | 'Wissen'

/** A board as a person sees and touches it: with pointer and keyboard, never through code. */
export class Board {
  readonly page: Page
  /** The drawing and what floats over it. */
  readonly region: Locator

  constructor(page: Page) {
    this.page = page
    this.region = page.getByRole('region', { name: 'Bord', exact: true })
  }

  get toolbar(): Locator {
    return this.region.getByRole('toolbar', { name: 'Gereedschap' })
  }

  async take(tool: Tool): Promise<void> {
    await this.toolbar.getByRole('button', { name: tool, exact: true }).click()
  }

  /** Draws one line with the pen. */
  async draw(...spots: readonly Spot[]): Promise<void> {
    await this.take('Pen')
    await this.drag(spots)
    await this.take('Kies')
  }

  /** Draws an arrow from one spot to another. */
  async drawArrow(from: Spot, to: Spot): Promise<void> {
    await this.take('Pijl')
    await this.drag([from, to])
    await this.page.keyboard.press('Escape')
    await this.take('Kies')
  }

  /** Puts down a note and writes on it. */
  async putNote(spot: Spot, text: string): Promise<void> {
    await this.take('Kies')
    // The big button chooses a place by itself; with the key one chooses it oneself.
    await this.page.keyboard.press('n')
    const { x, y } = await this.pointAt(spot)
    await this.page.mouse.click(x, y)
    await this.page.keyboard.type(text)
    await expect(this.note(text)).toBeVisible()
    await this.stopTyping()
  }

  /** Marks a note as one of the points of the group. */
  async star(text: string): Promise<void> {
    await this.take('Kies')
    await this.note(text).click()
    await this.region.getByRole('button', { name: 'Hoofdpunt', exact: true }).click()
    await this.page.keyboard.press('Escape')
  }

  /** Writes a note without aiming: it comes where there is room. */
  async writeNote(text: string): Promise<void> {
    await this.region.getByRole('button', { name: 'Nieuw briefje' }).click()
    await expect(this.region.locator('[contenteditable="true"]')).toBeFocused()
    await this.page.keyboard.type(text)
    await this.stopTyping()
  }

  /** Opens a note to type in it, with the caret behind its last word. */
  async startTypingIn(text: string): Promise<void> {
    await this.take('Kies')
    await this.note(text).dblclick()
    await expect(this.region.locator('[contenteditable="true"]')).toBeFocused()
    // On a slow machine these were two clicks, and the second placed the caret between two letters.
    await this.page.keyboard.press('Control+End')
  }

  /** Puts the caret before the first letter of the text that one types in. */
  async caretToStart(): Promise<void> {
    await this.page.keyboard.press('Home')
    const place = () => this.region.locator('[contenteditable="true"]').evaluate(lettersBeforeCaret)
    await expect.poll(place).toBe(0)
  }

  async stopTyping(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.page.keyboard.press('Escape')
  }

  /** Removes a note with the keyboard. */
  async remove(text: string): Promise<void> {
    await this.take('Kies')
    await this.note(text).click()
    await this.page.keyboard.press('Delete')
    await expect(this.note(text)).toHaveCount(0)
  }

  /** Takes hold of a note and puts it down elsewhere. */
  async move(text: string, to: Spot): Promise<void> {
    await this.take('Kies')
    const box = await this.note(text).boundingBox()
    if (box === null) throw new Error(`"${text}" is not on the screen.`)
    const { x, y } = await this.pointAt(to)
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(x, y, { steps: 6 })
    await this.page.mouse.up()
    await this.page.keyboard.press('Escape')
  }

  /** Words on the board, wherever they stand. While one types, they are there twice: once to measure. */
  note(text: string | RegExp): Locator {
    return this.region.getByText(text).filter({ visible: true }).first()
  }

  /** Lines of a pen; a drawing has no words to find it by. */
  get strokes(): Locator {
    return this.region.locator('[data-shape-type="draw"]')
  }

  get arrows(): Locator {
    return this.region.locator('[data-shape-type="arrow"]')
  }

  /** The arrow with which somebody else points. */
  cursorOf(name: string): Locator {
    return this.region.locator('.stip-cursors').getByText(name)
  }

  /** Outlines around what others have chosen. */
  get chosenByOthers(): Locator {
    return this.region.locator('.stip-chosen-by-others')
  }

  /** Whether there is anything on the layer of what others draw or point at now. */
  async hasWetInk(): Promise<boolean> {
    return this.page.evaluate(() => {
      const paper = document.querySelector<HTMLCanvasElement>('.stip-wet-ink')
      const brush = paper?.getContext('2d')
      if (paper == null || brush == null) return false
      const { data } = brush.getImageData(0, 0, paper.width, paper.height)
      return data.some((part) => part > 0)
    })
  }

  get images(): Locator {
    return this.region.locator('[data-shape-type="image"]')
  }

  /** Chooses a file behind "Foto". */
  async addImage(file: {
    readonly name: string
    readonly mimeType: string
    readonly buffer: Buffer
  }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.toolbar.getByRole('button', { name: 'Foto', exact: true }).click()
    await (await chooser).setFiles(file)
  }

  /** Shows everything there is. */
  async showAll(): Promise<void> {
    await this.region.getByRole('button', { name: 'Hele bord' }).click()
  }

  /** The pill that says where changes are. */
  get status(): Locator {
    return this.page.getByRole('status')
  }

  async isSaved(): Promise<void> {
    await expect(this.status.filter({ hasText: /^Opgeslagen$/ })).toBeVisible()
  }

  async isOpen(): Promise<void> {
    // Six browsers that load the canvas at once on two cores take their time.
    await expect(this.region.locator('.tl-canvas')).toBeVisible()
  }

  async pointAt([across, down]: Spot): Promise<{ readonly x: number; readonly y: number }> {
    const box = await this.region.boundingBox()
    if (box === null) throw new Error('The board is not on the screen.')
    return { x: box.x + box.width * across, y: box.y + box.height * down }
  }

  private async drag(spots: readonly Spot[]): Promise<void> {
    const [first, ...rest] = await Promise.all(spots.map((spot) => this.pointAt(spot)))
    if (first === undefined) return
    const { mouse } = this.page
    await mouse.move(first.x, first.y)
    await mouse.down()
    for (const { x, y } of rest) await mouse.move(x, y, { steps: 5 })
    await mouse.up()
  }
}

/** Where the caret stands in a text, counted in letters; undefined when it stands elsewhere. */
function lettersBeforeCaret(text: HTMLElement): number | undefined {
  const selection = getSelection()
  if (selection === null || !selection.isCollapsed || !text.contains(selection.anchorNode))
    return undefined
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(selection.anchorNode ?? text, selection.anchorOffset)
  return before.toString().length
}
