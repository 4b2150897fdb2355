import * as fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { mdtoOf } from './describe.ts'
import type { Described } from './describe.ts'
import { mdtoFile } from './mdto-xml.ts'
import { isSimple, mdtoForms, mdtoSchema } from './schema.ts'
import type { MdtoType } from './schema.ts'

describe('[R26] MDTO of an archive', () => {
  it('tells of the dossier, of what is in it and of every file', () => {
    const told = new Map(mdtoOf(anArchive()).map(({ path, bytes }) => [path, rootOf(bytes)]))
    expect([...told.keys()]).toEqual([
      'mdto/dossier.mdto.xml',
      'mdto/visie-1.mdto.xml',
      'mdto/leesbaar/visie-1.pdf.bestand.mdto.xml',
    ])
    const dossier = told.get('mdto/dossier.mdto.xml')
    expect(wordsAt(dossier, 'naam')).toBe('Visie Sterrenveld')
    expect(wordsAt(dossier, 'aggregatieniveau begripLabel')).toBe('Dossier')
    expect(wordsAt(dossier, 'bevatOnderdeel identificatieKenmerk')).toBe('avond/visie-1')
    expect(wordsAt(dossier, 'archiefvormer verwijzingNaam')).toBe('Gemeente Sterrenveld')
    expect(wordsAt(dossier, 'waardering begripCode')).toBe('N')
    const file = told.get('mdto/leesbaar/visie-1.pdf.bestand.mdto.xml')
    expect(wordsAt(file, 'omvang')).toBe('1234')
    expect(wordsAt(file, 'checksumWaarde')).toBe('a'.repeat(64))
    expect(wordsAt(file, 'checksumDatum')).toBe('2026-05-12T21:00:00Z')
    expect(wordsAt(file, 'bestandsformaat begripLabel')).toBe('application/pdf')
    expect(wordsAt(file, 'URLBestand')).toBe('leesbaar/visie-1.pdf')
    expect(wordsAt(file, 'isRepresentatieVan identificatieKenmerk')).toBe('avond/visie-1')
  })

  it('says that nobody said yet whose archive it is', () => {
    const [dossier] = mdtoOf({ ...anArchive(), creator: undefined })
    expect(
      wordsAt(rootOf(dossier?.bytes ?? new Uint8Array()), 'archiefvormer verwijzingNaam'),
    ).toBe('Nog in te vullen')
  })

  it('is in the order of the schema, whatever a bijeenkomst is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, creator) => {
        const { session, ...rest } = anArchive()
        const made = mdtoOf({
          ...rest,
          creator: creator.trim() === '' ? undefined : creator,
          session: { ...session, title },
        })
        for (const { bytes } of made) {
          const root = rootOf(bytes)
          expect(problemsIn(root, root.localName as MdtoType)).toEqual([])
        }
      }),
    )
  })
})

describe('[R27] what is no MDTO', () => {
  const file = {
    identificatie: { identificatieKenmerk: '1', identificatieBron: 'Stip' },
    naam: 'een.pdf',
    omvang: '3',
    bestandsformaat: aTerm('application/pdf'),
    checksum: {
      checksumAlgoritme: aTerm('SHA-256'),
      checksumWaarde: 'abc',
      checksumDatum: '2026-05-12T21:00:00Z',
    },
    isRepresentatieVan: { verwijzingNaam: 'Visie' },
  }

  it.each<[string, object]>([
    ['without a name', { naam: undefined }],
    ['with a name of nothing', { naam: '  ' }],
    ['with two names', { naam: ['een', 'twee'] }],
    ['with what MDTO does not know', { kleur: 'rood' }],
    ['with a size that is none', { omvang: 'drie' }],
    ['with words for what has parts', { isRepresentatieVan: 'Visie' }],
    ['with parts for what is words', { naam: { naam: 'een' } }],
    ['with an address that is none', { URLBestand: 'een adres' }],
  ])('%s is not written', (_what, difference) => {
    expect(() => mdtoFile('bestand', file)).not.toThrow()
    expect(() => mdtoFile('bestand', { ...file, ...difference })).toThrow(RangeError)
  })

  it('and elements stand in the order in which the Nationaal Archief has them', () => {
    expect(namesOf('bestand')).toBe(
      'identificatie naam omvang bestandsformaat checksum URLBestand isRepresentatieVan',
    )
    expect(namesOf('informatieobject')).toBe(
      'identificatie naam aggregatieniveau classificatie trefwoord omschrijving raadpleeglocatie ' +
        'dekkingInTijd dekkingInRuimte taal event waardering bewaartermijn informatiecategorie ' +
        'isOnderdeelVan bevatOnderdeel heeftRepresentatie aanvullendeMetagegevens ' +
        'gerelateerdInformatieobject archiefvormer betrokkene activiteit beperkingGebruik',
    )
    const reversed = Object.fromEntries(Object.entries(file).toReversed())
    expect(mdtoFile('bestand', reversed)).toEqual(mdtoFile('bestand', file))
  })
})

function namesOf(type: MdtoType): string {
  return mdtoSchema[type].map(({ name }) => name).join(' ')
}

function aTerm(label: string) {
  return { begripLabel: label, begripBegrippenlijst: { verwijzingNaam: 'Een lijst' } }
}

function anArchive(): Described {
  const path = 'leesbaar/visie-1.pdf'
  return {
    session: {
      id: 'avond',
      title: 'Visie Sterrenveld',
      createdAt: Date.UTC(2026, 4, 12, 18),
      endedAt: Date.UTC(2026, 4, 12, 20, 30),
    },
    creator: 'Gemeente Sterrenveld',
    madeAt: Date.UTC(2026, 4, 12, 21),
    pieces: [
      {
        id: 'visie-1',
        name: 'Visie, versie 1',
        description: 'De visie zoals zij bewaard is. Dit is nog geen besluit.',
        madeAt: Date.UTC(2026, 4, 12, 20),
        files: [path],
      },
    ],
    files: [
      { path, bytes: 1234, sha256: 'a'.repeat(64), mediaType: 'application/pdf', use: 'readable' },
    ],
  }
}

/** What a file of MDTO is about; it has to be well-formed. */
function rootOf(bytes: Uint8Array): Element {
  const { window } = new JSDOM('')
  const words = new TextDecoder().decode(bytes)
  const root = new window.DOMParser().parseFromString(words, 'application/xml').documentElement
  expect([root.localName, root.namespaceURI]).toEqual([
    'MDTO',
    'https://www.nationaalarchief.nl/mdto',
  ])
  const [object] = root.children
  if (object === undefined) throw new Error('There is nothing in it.')
  return object
}

/** What of an element is not as the schema says, read by somebody else than who wrote it. */
function problemsIn(element: Element, type: MdtoType): string[] {
  const found: string[] = []
  let place = 0
  let count = 0
  const schema = mdtoSchema[type]
  for (const child of element.children) {
    while (place < schema.length && schema[place]?.name !== child.localName) {
      if (count < (schema[place]?.least ?? 0)) found.push(`${schema[place]?.name} is missing`)
      place++
      count = 0
    }
    const rule = schema[place]
    if (rule === undefined) return [...found, `${child.localName} is not here`]
    count++
    if (count > rule.most) found.push(`too many of ${rule.name}`)
    if (!isSimple(rule.of)) found.push(...problemsIn(child, rule.of))
    else if (!mdtoForms[rule.of].test(child.textContent)) found.push(`${rule.name} is odd`)
  }
  for (const rule of schema.slice(place + 1))
    if (rule.least > 0) found.push(`${rule.name} is missing`)
  return found
}

function wordsAt(root: Element | undefined, path: string): string | null | undefined {
  return root?.querySelector(path)?.textContent
}
