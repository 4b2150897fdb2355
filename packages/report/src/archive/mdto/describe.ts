import type { ListedFile } from '../form.ts'
import { paths } from '../paths.ts'
import { mdtoFile } from './mdto-xml.ts'
import type { MdtoObject } from './mdto-xml.ts'

/** Something in the dossier that people would call one thing, with the files that hold it. */
export interface ArchivedPiece {
  /** Its name in a path, each once. */
  readonly id: string
  readonly name: string
  readonly description: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
  readonly files: readonly string[]
}

/** What is told of an archive. */
export interface Described {
  readonly session: {
    readonly id: string
    readonly title: string
    /** Milliseconds since 1970. */
    readonly createdAt: number
    readonly endedAt: number
  }
  /** Whose archive it is; an administrator says so. Undefined: nobody did. */
  readonly creator: string | undefined
  /** Milliseconds since 1970. */
  readonly madeAt: number
  readonly pieces: readonly ArchivedPiece[]
  readonly files: readonly ListedFile[]
}

/** Archive systems take names of this length. */
const LONGEST_NAME = 80
const SOURCE = 'Stip'

/** MDTO of a bijeenkomst: the dossier, what is in it, and every file of that. */
export function mdtoOf(
  described: Described,
): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
  const { session, pieces, files } = described
  const known = new Map(files.map((file) => [file.path, file]))
  const dossier = {
    path: paths.object('dossier'),
    bytes: mdtoFile('informatieobject', {
      ...named(session.id, session.title),
      aggregatieniveau: term('Dossier', 'Begrippenlijst Aggregatieniveaus MDTO'),
      omschrijving: `Bijeenkomst ‘${shown(session.title)}’, gehouden met Stip: wat mensen samen schreven en tekenden, wat daarvan in de visie kwam en hoe.`,
      taal: 'nl',
      event: [
        happened('Creatie', session.createdAt),
        happened('Bevriezing', session.endedAt),
        happened('Export', described.madeAt),
      ],
      ...judged(described),
      bevatOnderdeel: pieces.map(({ id, name }) => reference(`${session.id}/${id}`, name)),
    }),
  }
  return [dossier, ...pieces.flatMap((piece) => describedPiece(described, piece, known))]
}

function describedPiece(
  described: Described,
  { id, name, description, madeAt, files }: ArchivedPiece,
  known: ReadonlyMap<string, ListedFile>,
): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
  const { session } = described
  const own = files.flatMap((path) => known.get(path) ?? [])
  const piece = {
    path: paths.object(id),
    bytes: mdtoFile('informatieobject', {
      ...named(`${session.id}/${id}`, name),
      aggregatieniveau: term('Archiefstuk', 'Begrippenlijst Aggregatieniveaus MDTO'),
      omschrijving: description,
      taal: 'nl',
      event: [happened('Creatie', madeAt), happened('Export', described.madeAt)],
      ...judged(described),
      isOnderdeelVan: reference(session.id, session.title),
      heeftRepresentatie: own.map(({ path }) => reference(`${session.id}/${path}`, path)),
    }),
  }
  return [
    piece,
    ...own.map((file) => ({
      path: paths.file(file.path),
      bytes: mdtoFile('bestand', {
        ...named(`${session.id}/${file.path}`, file.path.split('/').at(-1) ?? file.path),
        omvang: String(file.bytes),
        bestandsformaat: term(file.mediaType, 'IANA Media Types'),
        checksum: {
          checksumAlgoritme: term('SHA-256', 'Begrippenlijst ChecksumAlgoritme MDTO'),
          checksumWaarde: file.sha256,
          checksumDatum: moment(described.madeAt),
        },
        // Where it lies in the archive; who puts it elsewhere writes down where.
        URLBestand: file.path,
        isRepresentatieVan: reference(`${session.id}/${id}`, name),
      }),
    })),
  ]
}

/** What people of the archive decide; until then it says that nobody did. */
function judged({ creator }: Described): MdtoObject {
  return {
    waardering: {
      begripLabel: 'Nader te bepalen',
      begripCode: 'N',
      begripBegrippenlijst: { verwijzingNaam: 'Begrippenlijst Waarderingen MDTO' },
    },
    archiefvormer: { verwijzingNaam: creator ?? 'Nog in te vullen' },
    beperkingGebruik: {
      beperkingGebruikType: term(
        'Nader te bepalen',
        'Begrippenlijst BeperkingGebruikTypeLijst MDTO',
      ),
      beperkingGebruikNadereBeschrijving:
        'Er staan namen in van mensen die meededen, en wat mensen zelf schreven. Bepaal de openbaarheid voor je dit deelt.',
    },
  }
}

function named(id: string, name: string): MdtoObject {
  return { identificatie: identity(id), naam: shown(name) }
}

function identity(id: string): MdtoObject {
  return { identificatieKenmerk: id, identificatieBron: SOURCE }
}

function reference(id: string, name: string): MdtoObject {
  return { verwijzingNaam: shown(name), verwijzingIdentificatie: identity(id) }
}

function term(label: string, list: string): MdtoObject {
  return { begripLabel: label, begripBegrippenlijst: { verwijzingNaam: list } }
}

function happened(what: string, at: number): MdtoObject {
  return {
    eventType: term(what, 'Begrippenlijst EventTypeLijst MDTO'),
    eventTijd: moment(at),
  }
}

/** A name as MDTO takes it: never empty, and never too long. */
function shown(name: string): string {
  const letters = [...new Intl.Segmenter('nl').segment(name.trim())].map(({ segment }) => segment)
  if (letters.length === 0) return 'Zonder naam'
  if (letters.length <= LONGEST_NAME) return letters.join('')
  return `${letters.slice(0, LONGEST_NAME - 1).join('')}…`
}

function moment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
