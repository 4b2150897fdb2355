import type { Page } from '@playwright/test'
import type { Participant } from '../people/participant.ts'
import { pick } from './chance.ts'
import type { Chance } from './chance.ts'
import { giveHands } from './insides.ts'
import type { Rest } from './insides.ts'

type Deed = (drawer: Drawer) => Promise<void>

const words = ['meer bomen', 'water', 'een plein', 'stil', 'samen', 'é🌳', 'bank'] as const

/** What takes menus, or what our boards leave out and other clients can bring in. */
const unseen = [
  'restyle',
  'restyle',
  'to-front',
  'to-back',
  'rotate',
  'group',
  'ungroup',
  'arrow',
  'connect',
  'connect',
  'frame',
  'into-frame',
]

const deeds: readonly Deed[] = [
  (drawer) => drawer.putNote(),
  (drawer) => drawer.putNote(),
  (drawer) => drawer.drag(),
  (drawer) => drawer.drag(),
  (drawer) => drawer.drag(),
  (drawer) => drawer.draw(),
  (drawer) => drawer.type(),
  (drawer) => drawer.type(),
  (drawer) => drawer.press('Control+z'),
  (drawer) => drawer.press('Control+z'),
  (drawer) => drawer.press('Control+Shift+z'),
  (drawer) => drawer.withSome('Delete'),
  (drawer) => drawer.withSome('Control+d'),
  (drawer) => drawer.withSome('Control+c'),
  (drawer) => drawer.withSome('Control+x'),
  (drawer) => drawer.press('Control+v'),
  ...unseen.map((deed) => (drawer: Drawer) => drawer.work(deed)),
]

/** Somebody at a board in a browser, who does whatever comes up. */
export class Drawer {
  readonly #person: Participant
  readonly #chance: Chance
  #isOffline = false

  private constructor(person: Participant, chance: Chance) {
    this.#person = person
    this.#chance = chance
  }

  static async at(person: Participant, chance: Chance): Promise<Drawer> {
    // For this page, and for every time that it is loaded again.
    await person.page.addInitScript(giveHands)
    await person.page.evaluate(giveHands)
    return new Drawer(person, chance)
  }

  /** Does one thing: mostly on the board, now and then with the connection or the page. */
  async act(): Promise<void> {
    const kind = this.#chance(100)
    if (kind < 4) await this.#setOffline(true)
    else if (kind < 12) await this.#setOffline(false)
    else if (kind < 14 && !this.#isOffline) await this.#reload()
    else await pick(deeds, this.#chance)(this)
  }

  /** Comes back online and to rest; what this page then has. */
  async rest(): Promise<Rest> {
    await this.#setOffline(false)
    return this.#page.evaluate(() => globalThis.hands.rest())
  }

  async putNote(): Promise<void> {
    await this.#toSelect()
    await this.#page.keyboard.press('n')
    const { x, y } = await this.#spot()
    await this.#page.mouse.click(x, y)
    await this.#page.keyboard.type(pick(words, this.#chance))
    await this.#stopTyping()
  }

  async draw(): Promise<void> {
    await this.#toSelect()
    await this.#page.keyboard.press('d')
    await this.#moveBetween(await this.#spot(), await this.#spot())
    await this.#toSelect()
  }

  async drag(): Promise<void> {
    await this.#toSelect()
    const from = await this.#find()
    if (from !== undefined) await this.#moveBetween(from, await this.#spot())
  }

  async type(): Promise<void> {
    await this.#toSelect()
    const spot = await this.#find('note')
    if (spot === undefined) return
    const { keyboard, mouse } = this.#page
    await mouse.dblclick(spot.x, spot.y)
    await keyboard.type(pick(words, this.#chance))
    if (this.#chance(3) === 0) await keyboard.press('Enter')
    if (this.#chance(3) === 0) await keyboard.press('Backspace')
    if (this.#chance(4) === 0) await keyboard.press('Control+z')
    await this.#stopTyping()
  }

  async press(key: string): Promise<void> {
    await this.#toSelect()
    await this.#page.keyboard.press(key)
  }

  /** Chooses something and presses a key. */
  async withSome(key: string): Promise<void> {
    await this.#toSelect()
    const seed = this.#chance(1_000_000)
    const isChosen = await this.#page.evaluate((from) => globalThis.hands.choose(from), seed)
    if (isChosen) await this.#page.keyboard.press(key)
  }

  async work(deed: string): Promise<void> {
    const parameters = { deed, seed: this.#chance(1_000_000) }
    await this.#page.evaluate(
      ({ deed: name, seed }) => globalThis.hands.work(name, seed),
      parameters,
    )
  }

  get #page(): Page {
    return this.#person.page
  }

  async #setOffline(isOffline: boolean): Promise<void> {
    if (this.#isOffline === isOffline) return
    this.#isOffline = isOffline
    await this.#page.context().setOffline(isOffline)
  }

  async #reload(): Promise<void> {
    await this.#page.reload()
    await this.#person.goToBoard()
  }

  async #moveBetween(from: Point, to: Point): Promise<void> {
    const { mouse } = this.#page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move(to.x, to.y, { steps: 2 + this.#chance(4) })
    if (this.#chance(10) === 0) await this.#page.keyboard.press('Escape')
    await mouse.up()
  }

  /** Somewhere on the paper, away from what floats over it. */
  #spot(): Promise<Point> {
    const [across, down] = [25 + this.#chance(50), 25 + this.#chance(40)]
    return this.#person.board.pointAt([across / 100, down / 100])
  }

  #find(kind?: string): Promise<Point | undefined> {
    const wish = { kind, seed: this.#chance(1_000_000) }
    return this.#page.evaluate((it) => globalThis.hands.spotOf(it.kind, it.seed), wish)
  }

  async #toSelect(): Promise<void> {
    await this.#page.evaluate(() => globalThis.hands.takeHold())
  }

  async #stopTyping(): Promise<void> {
    await this.#page.keyboard.press('Escape')
    await this.#page.keyboard.press('Escape')
  }
}

interface Point {
  readonly x: number
  readonly y: number
}
