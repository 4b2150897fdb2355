import type { Locator, Page } from '@playwright/test'
import { Facilitator } from '../../people/facilitator.ts'
import { Outline } from '../../people/outline.ts'
import { Participant } from '../../people/participant.ts'
import { FullEvening } from '../../support/full-evening.ts'
import { expect, test } from '../../support/test.ts'

// Whole boards would be copied at every look.
test.use({ trace: 'off' })

/** The most that one facilitator presses, drags and types until there is a vision with a hash. */
const MOST_ACTIONS = 60
/** So many people answer on their own device; the others listen. */
const ANSWERING = 24

test('three boards become one vision with a hash, and a version after it says what changed', async ({
  newDevice,
  stip,
}) => {
  const evening = await FullEvening.begin(stip, newDevice)
  await evening.playTo(14)
  const { console: desk, wall, phone, laptop } = evening.pages
  const facilitator = new Facilitator(desk)
  let actions = 0
  const act = async (press: Promise<unknown>): Promise<void> => {
    actions += 1
    await press
  }

  await act(facilitator.goTo('Van drie stippen naar één visie'))
  await act(facilitator.merge())
  await expect(facilitator.mergeResult).toHaveText(/toegevoegd/)
  await act(facilitator.openVision())
  const points = desk.getByRole('region', { name: 'Hoofdpunten' })
  const clusters = desk.getByRole('region', { name: 'Groepjes' })
  const sentences = desk.getByRole('region', { name: 'Zinnen' })
  const pile = (words: string): Locator =>
    desk.getByRole('listitem').filter({ hasText: words }).first()
  const choose = (words: string) => act(pile(words).getByRole('checkbox').check())
  const press = (name: string | RegExp) => act(desk.getByRole('button', { name }).first().click())

  await test.step('what says the same is laid on one stack, by hand and with a mouse', async () => {
    await choose('Elke kern heeft één vast gezicht')
    await choose('Wie met een idee komt')
    await press('Leg op één stapel')
    await expect(pile('Wie met een idee komt').getByRole('checkbox')).toBeFocused()
    await expect(
      points.getByRole('heading', { name: 'Gezegd door meer groepen (1)' }),
    ).toBeVisible()
    // With what the room said on each, both are in sight at once on a high screen only.
    const size = desk.viewportSize()
    await desk.setViewportSize({ width: 1440, height: 1800 })
    await act(pile('Wie iets nieuws probeert').dragTo(pile('Een plan dat niet gevaarlijk is')))
    await expect(
      points.getByRole('heading', { name: 'Gezegd door meer groepen (2)' }),
    ).toBeVisible()
    if (size !== null) await desk.setViewportSize(size)
  })

  await test.step('a cluster gets a name, and a split is taken back', async () => {
    await choose('Buren beheren zelf hun groen')
    await choose('Een dorp maakt zijn eigen plan')
    await press('Maak groepje')
    const name = clusters.getByRole('textbox', { name: 'Naam van dit groepje' })
    await act(name.fill('Het dorp doet het zelf'))
    await name.press('Enter')
    await act(
      desk
        .getByRole('button', { name: /^Haal van de stapel/ })
        .first()
        .click(),
    )
    await expect(
      points.getByRole('heading', { name: 'Gezegd door meer groepen (1)' }),
    ).toBeVisible()
    await press('Maak ongedaan')
    await expect(
      points.getByRole('heading', { name: 'Gezegd door meer groepen (2)' }),
    ).toBeVisible()
    await expect(name).toHaveValue('Het dorp doet het zelf')
  })

  const article = sentences.getByRole('article')
  await test.step('each sentence gets the cards that it is made of', async () => {
    const link = async (words: string, number: number): Promise<void> => {
      await choose(words)
      await press('Achter zin')
      await expect(desk.locator('.stip-menu__list')).toBeInViewport({ ratio: 1 })
      await act(
        desk
          .locator('.stip-menu__item')
          .nth(number - 1)
          .click(),
      )
    }
    await link('Elke kern heeft één vast gezicht', 1)
    await link('Een plan dat niet gevaarlijk is', 2)
    await act(clusters.getByRole('listitem').first().dragTo(article.nth(2)))
    await expect(article.first()).toContainText('uit A, B · 2 kaarten')
    await expect(article.nth(1)).toContainText('uit B, C · 2 kaarten')
    await expect(article.nth(2)).toContainText('1 kaart')
    await expect(article.nth(2)).not.toContainText('zonder bron')
    await choose('De raad stelt vooraf de grenzen')
    await press('Niet gebruikt, omdat …')
    await act(desk.getByLabel('Waarom staat dit niet in de visie?').fill('Dat is aan de raad.'))
    await press('Bewaar de reden')
    await expect(points).toContainText('Niet gebruikt: Dat is aan de raad.')
  })

  await test.step('two write in one sentence, and the room reads it', async () => {
    const field = article.first().getByRole('textbox')
    await field.press('Control+End')
    await act(field.pressSequentially(' Altijd.'))
    await expect(wall.getByText(/Altijd\./)).toBeVisible()
  })

  await test.step('the room says whether it can live with it', async () => {
    await press('Vraag: kun je hiermee leven?')
    await expect(phone.getByRole('heading', { name: 'Kun je hiermee leven?' })).toBeVisible()
    await expect(sentences.getByText(/^0 van \d+ hebben geantwoord$/)).toBeVisible()
    const given = await answer(evening, desk, facilitator.sessionId)
    expect(given).toBe(ANSWERING)
    await expect(
      sentences.getByText(new RegExp(`^${ANSWERING} van \\d+ hebben geantwoord$`)),
    ).toBeVisible()
    await press('Onthul de antwoorden')
    await expect(article.first()).toContainText(`Kun je hiermee leven? ${ANSWERING} antwoorden`)
  })

  await test.step('it is kept as version 1, which is no decision', async () => {
    await press('Bewaar als versie 1')
    await expect(desk.getByText(/^Versie 1 bewaard om/)).toBeVisible()
    const { version, statements, notUsed } = await versionOf(desk, facilitator.sessionId, '1')
    expect(version).toMatchObject({ number: '1', isDecision: false, previous: null })
    expect(statements[0]).toMatchObject({
      list: 'shared',
      isWithoutSource: false,
      consent: { yes: ANSWERING - 1, no: 1, reasons: [{ text: 'Te vaag' }] },
      otherVoices: [{ text: 'Zeg wie het doet.' }],
    })
    expect(notUsed.find(({ why }) => why !== null)?.why).toBe('Dat is aan de raad.')
    expect(actions).toBeLessThan(MOST_ACTIONS)
    test.info().annotations.push({ type: 'actions', description: String(actions) })
  })

  const news = desk.getByRole('region', { name: 'Nieuw sinds het verzamelen' })
  const inList = new Outline(laptop)
  await test.step('a group goes on, and the console says what it made since', async () => {
    const person = Participant.on(laptop, 'Iris')
    await press('Haal van de schermen')
    await person.goOnToBoard()
    await inList.open()
    await rewrite(inList, 'We gaan zelf naar de mensen', 'Wij gaan eerst naar wie wegblijft.')
    await person.openTab('Groepsbord')
    await rewrite(inList, 'We gaan zelf naar de mensen', 'Wie niet komt, zoeken wij thuis op.')
    await rewrite(inList, 'De raad stelt vooraf', 'De raad zegt vooraf wat mag.')
    await expect(news).toContainText('1 veranderd, 1 ook hier veranderd')
  })

  await test.step('one press takes it over, leads nobody away, and can be taken back', async () => {
    await press('Neem over')
    await expect(points).toContainText('De raad zegt vooraf wat mag.')
    await press('Maak ongedaan')
    await expect(points).toContainText('De raad stelt vooraf de grenzen')
    await press('Neem over')
    await expect(points).toContainText('De raad zegt vooraf wat mag.')
    await expect(news.getByRole('button')).toHaveCount(0)
    await expect(inList.edit('De raad zegt vooraf wat mag.').first()).toBeVisible()
  })

  await test.step('both texts of what was changed twice stand there, and somebody chooses', async () => {
    const conflict = desk.getByRole('listitem').filter({ hasText: 'Onze tekst' })
    await expect(conflict).toContainText('Wij gaan eerst naar wie wegblijft.')
    await expect(conflict).toContainText('Wie niet komt, zoeken wij thuis op.')
    await press(/^Neem tekst van groep A/)
    await expect(conflict).toHaveCount(0)
    await expect(points).toContainText('Wie niet komt, zoeken wij thuis op.')
    await press('Maak ongedaan')
    await expect(conflict).toContainText('Wij gaan eerst naar wie wegblijft.')
    await press(/^Neem tekst van groep A/)
    await expect(points).toContainText('Wie niet komt, zoeken wij thuis op.')
  })

  await test.step('the next version says of each sentence exactly what changed', async () => {
    const [first, second] = (await versionOf(desk, facilitator.sessionId, '1')).statements
    await choose('Wie niet komt, zoeken wij thuis op.')
    await press('Achter zin')
    await act(desk.locator('.stip-menu__item').nth(1).click())
    await expect(article.nth(1)).toContainText('uit A, B, C · 3 kaarten')
    await article.first().getByRole('textbox').press('Control+End')
    await article.first().getByRole('textbox').pressSequentially(' Beloofd.')
    const save = desk.getByRole('button', { name: 'Bewaar als versie 1.1' })
    await expect(save).not.toHaveAttribute('aria-disabled')
    await press('Bewaar als versie 1.1')
    await expect(desk.getByText(/^Versie 1\.1 bewaard om/)).toBeVisible()
    const { version, statements, notUsed } = await versionOf(desk, facilitator.sessionId, '1.1')
    expect(version.previous).toMatch(/^[0-9a-f]{64}$/)
    expect(statements[0]?.text).toBe(`${first?.text} Beloofd.`)
    expect(statements[1]?.text).toBe(second?.text)
    expect(JSON.stringify(notUsed)).toContain('De raad zegt vooraf wat mag.')
    await press(/^Bewaar als versie/)
    await expect(desk.getByText('Er is niets veranderd sinds versie 1.1.')).toBeVisible()
    const markdown = await textOf(desk, documentOf(facilitator.sessionId, '1.1', 'md'))
    const [, changes = ''] = markdown.split('# Wat er veranderd is sinds versie 1')
    expect(changes).toContain('Beloofd.')
    expect(changes).toContain('Wie niet komt, zoeken wij thuis op.')
  })

  await test.step('the boards of groups stand still for as long as somebody wants it', async () => {
    await facilitator.backToOverview()
    await act(facilitator.mergePanel.getByRole('button', { name: 'Bevries de borden' }).click())
    const told = 'De begeleider zette de borden van de groepen stil'
    await expect(laptop.getByText(told)).toBeVisible()
    await expect(inList.region).toContainText('Je kijkt mee.')
    await facilitator.openVision()
    await expect(news).toContainText('De borden van de groepen zijn bevroren.')
    await act(facilitator.goTo('Wat bieden we, wat vragen we?'))
    await expect(phone.getByText(told)).toBeVisible()
    await act(news.getByRole('button', { name: 'Groepen mogen verder' }).click())
    for (const page of [phone, laptop]) await expect(page.getByText(told)).toHaveCount(0)
    await rewrite(
      inList,
      'De raad zegt vooraf',
      'De raad zegt vooraf wat mag, en houdt zich daaraan.',
    )
  })
  await test.step('who keeps the papers finds them on the first screen, once it is over', async () => {
    await facilitator.backToOverview()
    await desk.getByRole('button', { name: 'Meer', exact: true }).click()
    await desk.getByText('Sluit de bijeenkomst af').click()
    await expect(desk.getByRole('heading', { name: 'Versie 1.1 downloaden' })).toBeVisible()
  })
  evening.end()
})

/** Puts other words on a card, in the list. */
async function rewrite(list: Outline, begins: string, words: string): Promise<void> {
  const name = new RegExp(`^Bewerk: “${begins}`)
  await list.region.getByRole('button', { name }).first().click()
  await list.region.getByRole('textbox', { name: /^De woorden/ }).fill(words)
  await list.region.getByRole('button', { name: 'Klaar' }).click()
}

interface Version {
  readonly version: {
    readonly number: string
    readonly isDecision: boolean
    readonly previous: string | null
  }
  readonly statements: readonly {
    readonly text: string
    readonly list: string
    readonly isWithoutSource: boolean
    readonly consent: object | null
    readonly otherVoices: readonly object[]
  }[]
  readonly notUsed: readonly { readonly why: string | null }[]
}

function documentOf(sessionId: string, version: string, format: string): string {
  return `/api/sessions/${sessionId}/vision/${version}/document.${format}?as=facilitator`
}

function textOf(desk: Page, path: string): Promise<string> {
  return desk.evaluate(async (address) => (await fetch(address)).text(), path)
}

async function versionOf(desk: Page, sessionId: string, number: string): Promise<Version> {
  return JSON.parse(await textOf(desk, documentOf(sessionId, number, 'json'))) as Version
}

/** Everybody can live with it but one. Returns how many answered. */
async function answer(evening: FullEvening, desk: Page, sessionId: string): Promise<number> {
  const view = JSON.parse(await textOf(desk, `/api/sessions/${sessionId}?as=facilitator`)) as {
    readonly questions: readonly {
      readonly id: string
      readonly isOpen: boolean
      readonly items: readonly { readonly id: string }[]
    }[]
  }
  const question = view.questions.find(({ isOpen }) => isOpen)
  const path = `/api/sessions/${sessionId}/questions/${question?.id}/ballot?as=participant`
  const devices = Array.from({ length: 60 }, (_, place) => evening.deviceOf(place + 1))
    .flatMap((device) => device ?? [])
    .slice(0, ANSWERING)
  const answers = (question?.items ?? []).map(({ id }) => ({ item: id, value: 'yes' }))
  const [first] = answers
  const no = {
    item: first?.item,
    value: 'no-because',
    reason: 'Te vaag',
    own: ['Zeg wie het doet.'],
  }
  await Promise.all(
    devices.map((device, place) =>
      device.post(path, { answers: place === 0 ? [no, ...answers.slice(1)] : answers, also: [] }),
    ),
  )
  return devices.length
}
