import { describe, expect, it } from 'vitest'
import { aNote, aZone, richText } from '../../test/records.ts'
import { boardsAsCsv } from './write-all-boards.ts'

const heading = (name: string, y: number, title: string) => ({
  ...aZone(name),
  x: 0,
  y,
  props: { ...aZone(name).props, w: 2000, h: 80, title, style: 'label' },
})
const field = (name: string, y: number, title: string) => ({
  ...aZone(name),
  x: 0,
  y,
  props: { ...aZone(name).props, w: 1000, h: 500, title, style: 'area' },
})
const note = (name: string, x: number, y: number, text: string) =>
  aNote(name, { x, y, props: { richText: richText(text) } })

describe('[I73] the table of all boards', () => {
  const group = [
    heading('s1', 0, '4 · Openstaan'),
    field('z1', 100, 'Kansen'),
    heading('s2', 1000, '7 · Kiezen'),
    field('z2', 1100, 'Onze hoofdpunten'),
    { ...note('later', 50, 1200, 'Water'), meta: { keyCard: true } },
    note('eerst', 50, 200, 'Groen'),
    note('los', 1500, 200, '=1+1'),
    note('leeg', 300, 200, ' '),
  ]
  const vision = [note('kopie', 0, 0, 'Groen')]

  it('says of everything with words on which board, of which group, in which step and zone', () => {
    const table = boardsAsCsv([
      { name: 'Groep A', letter: 'A', records: group, lettersOf: new Map() },
      {
        name: 'Visie',
        letter: '',
        records: vision,
        lettersOf: new Map([['shape:kopie', ['A', 'C']]]),
      },
    ])
    expect(table.replace('\uFEFF', '').split('\r\n')).toEqual([
      'bord;groep;stap;vak;soort;tekst;hoofdpunt;kleur',
      'Groep A;A;4 · Openstaan;Kansen;briefje;Groen;;geel',
      'Groep A;A;4 · Openstaan;;briefje;"\'=1+1";;geel',
      'Groep A;A;7 · Kiezen;Onze hoofdpunten;briefje;Water;ja;geel',
      'Visie;A C;;;briefje;Groen;;geel',
    ])
  })

  it('has steps in the order of the agenda, and zones from top to bottom', () => {
    const steps = [12, 6, 10, 8]
    const low = { ...field('', 0, 'Boven').props, h: 400 }
    const records = steps.flatMap((step) => [
      { ...field(`b${step}`, step * 1000 + 600, 'Onder'), props: { ...low, title: 'Onder' } },
      { ...field(`a${step}`, step * 1000 + 100, 'Boven'), props: low },
      heading(`s${step}`, step * 1000, `${step} · Stap`),
      note(`n${step}`, 50, step * 1000 + 200, `Boven ${step}`),
      note(`m${step}`, 50, step * 1000 + 700, `Onder ${step}`),
    ])
    const table = boardsAsCsv([{ name: 'Groep A', letter: 'A', records, lettersOf: new Map() }])
    const words = [...table.matchAll(/(?:Boven|Onder) \d+/g)].map(([found]) => found)
    expect(words).toEqual([6, 8, 10, 12].flatMap((step) => [`Boven ${step}`, `Onder ${step}`]))
  })
})
