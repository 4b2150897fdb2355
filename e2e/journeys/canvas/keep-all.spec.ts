import { unzipSync, strFromU8 } from 'fflate'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { Evening } from '../../support/evening.ts'
import { aTicket, PlainClient } from '../../support/plain-client.ts'
import { bytesOf } from '../../support/take-home.ts'
import { expect, test } from '../../support/test.ts'

test('[I74] one press saves everything of an evening that ended', async ({ newDevice, stip }) => {
  const evening = await anEveningThatEnded(stip.url)
  const page = await (await newDevice()).newPage()
  await page.goto(await evening.link('facilitator'))
  await page.getByRole('button', { name: 'Bewaar alles' }).click()
  const sheet = page.getByRole('dialog', { name: 'Bewaar alles' })

  await test.step('[I72] stopping leaves nothing behind', async () => {
    await expect(sheet.getByText(/^Bord 1 van 5/)).toBeVisible()
    await sheet.getByRole('button', { name: 'Stop' }).click()
    await expect(sheet.getByText('Gestopt. Er is niets bewaard.')).toBeVisible()
  })

  const files = await test.step('the file comes', async () => {
    const download = page.waitForEvent('download')
    await sheet.getByRole('button', { name: 'Probeer nog eens' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('Visie Sterrenveld - alles.zip')
    await expect(sheet.getByText('Klaar. Het bestand staat bij je downloads.')).toBeVisible()
    return unzipSync(await bytesOf(file))
  })

  await test.step('with everything in it', async () => {
    const names = Object.keys(files)
    expect(names).toEqual(
      expect.arrayContaining(['LEESMIJ.txt', 'alle-borden.pdf', 'alle-borden.csv']),
    )
    for (const kind of ['gegevens', 'tldraw']) {
      expect(names.filter((name) => name.startsWith(`${kind}/`))).toHaveLength(5)
    }
    expect(names.filter((name) => name.startsWith('afbeeldingen/'))).toHaveLength(3)
    expect(textIn(files, 'LEESMIJ.txt')).toContain('Samen (leeg)')
    expect(textIn(files, 'LEESMIJ.txt')).toContain('Visie (leeg)')
    const table = textIn(files, 'alle-borden.csv')
    expect(table).toMatch(/A De Brug;A;2 · .*;.*;briefje;Water in groep A;;geel/)
    expect(table).toMatch(/B .*;B;2 · .*;.*;briefje;Water in groep B;;geel/)
    // All boards beside each other hold copies only.
    expect(table).not.toContain('Alle borden naast elkaar')
    expect(table.match(/Water in groep B/g)).toHaveLength(1)
  })

  await test.step('that other readers open', async () => {
    const pdf = await getDocumentProxy(files['alle-borden.pdf'] ?? new Uint8Array())
    const { text: lines } = await extractText(pdf, { mergePages: true })
    const text = lines.replaceAll(/\s+/g, ' ')
    expect(text).toContain('Water in groep A')
    expect(text).toContain('Water in groep B')
    expect(text).toContain('Bladzijde 1 van ')
    const picture = Object.entries(files).find(([name]) => name.endsWith('.png'))?.[1]
    expect((await sharp(picture).metadata()).format).toBe('png')
    const vision = Object.keys(files).find((name) => /gegevens.*Alle borden/.test(name)) ?? ''
    const { records } = JSON.parse(textIn(files, vision)) as { records: Exported[] }
    const ofA = records.find(({ text }) => text === 'Water in groep A')
    expect(ofA?.letters).toEqual(['A'])
  })

  await test.step('what fails is told, and the rest is there', async () => {
    await page.route('**/export.tldr*', (route) => route.fulfill({ status: 503, body: '' }))
    await sheet.getByRole('button', { name: 'Sluit' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Bewaar alles' }).click()
    const part = unzipSync(await bytesOf(await download))
    await expect(sheet.getByText('Visie: het tldraw-bestand')).toBeVisible()
    expect(Object.keys(part)).toContain('alle-borden.pdf')
    expect(textIn(part, 'LEESMIJ.txt')).toContain('Visie: het tldraw-bestand')
  })
})

interface Exported {
  readonly text: string
  readonly letters: readonly string[]
}

function textIn(files: Readonly<Record<string, Uint8Array>>, name: string): string {
  return strFromU8(files[name] ?? new Uint8Array())
}

async function anEveningThatEnded(url: string): Promise<Evening> {
  const evening = await Evening.start(url, { groupCount: 2 })
  await evening.join('Anna')
  await evening.join('Bram')
  await evening.drawInGroups()
  for (const letter of ['A', 'B']) {
    // oxlint-disable-next-line no-await-in-loop
    const boardId = await evening.boardOfGroup(letter)
    // oxlint-disable-next-line no-await-in-loop
    const ticket = await aTicket(evening.facilitator, boardId, 'facilitator')
    const writer = new PlainClient(url, boardId, ticket)
    // oxlint-disable-next-line no-await-in-loop
    await expect.poll(() => writer.isSynced).toBe(true)
    writer.write(`water-${letter}`, `Water in groep ${letter}`)
    const isStored = async () =>
      (await evening.contentOf(boardId)).records.some(({ type }) => type === 'note')
    // oxlint-disable-next-line no-await-in-loop
    await expect.poll(isStored).toBe(true)
    writer.leave()
  }
  await evening.command({ type: 'merge' })
  await evening.command({ type: 'end-session' })
  return evening
}
