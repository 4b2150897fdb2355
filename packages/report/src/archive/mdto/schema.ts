/**
 * MDTO-XML 1.0.1 of the Nationaal Archief as rules: which elements each type has, in this order, how often, and of
 * what kind. The schema itself (an XSD) is not ours to keep here, so this table was compared with it by hand and
 * with xmllint.
 */

/** What stands in an element: another type of MDTO, or a simple value. */
type Kind = 'text' | 'integer' | 'language' | 'uri' | 'date' | 'partDate' | 'dateTime' | 'duration'

export interface MdtoElement {
  readonly name: string
  readonly of: Kind | MdtoType
  readonly least: 0 | 1
  readonly most: number
}

export type MdtoType =
  | 'informatieobject'
  | 'bestand'
  | 'identificatie'
  | 'verwijzing'
  | 'begrip'
  | 'dekkingInTijd'
  | 'event'
  | 'gerelateerdInformatieobject'
  | 'betrokkene'
  | 'beperkingGebruik'
  | 'termijn'
  | 'checksum'
  | 'raadpleeglocatie'

const one = (name: string, of: MdtoElement['of']): MdtoElement => ({ name, of, least: 1, most: 1 })
const maybe = (name: string, of: MdtoElement['of']): MdtoElement => ({
  name,
  of,
  least: 0,
  most: 1,
})
const some = (name: string, of: MdtoElement['of']): MdtoElement => ({
  name,
  of,
  least: 1,
  most: Infinity,
})
const any = (name: string, of: MdtoElement['of']): MdtoElement => ({
  name,
  of,
  least: 0,
  most: Infinity,
})

const named = [some('identificatie', 'identificatie'), one('naam', 'text')]

export const mdtoSchema: Readonly<Record<MdtoType, readonly MdtoElement[]>> = {
  informatieobject: [
    ...named,
    maybe('aggregatieniveau', 'begrip'),
    any('classificatie', 'begrip'),
    any('trefwoord', 'text'),
    any('omschrijving', 'text'),
    any('raadpleeglocatie', 'raadpleeglocatie'),
    any('dekkingInTijd', 'dekkingInTijd'),
    any('dekkingInRuimte', 'verwijzing'),
    any('taal', 'language'),
    any('event', 'event'),
    one('waardering', 'begrip'),
    maybe('bewaartermijn', 'termijn'),
    maybe('informatiecategorie', 'begrip'),
    any('isOnderdeelVan', 'verwijzing'),
    any('bevatOnderdeel', 'verwijzing'),
    any('heeftRepresentatie', 'verwijzing'),
    any('aanvullendeMetagegevens', 'verwijzing'),
    any('gerelateerdInformatieobject', 'gerelateerdInformatieobject'),
    some('archiefvormer', 'verwijzing'),
    any('betrokkene', 'betrokkene'),
    maybe('activiteit', 'verwijzing'),
    some('beperkingGebruik', 'beperkingGebruik'),
  ],
  bestand: [
    ...named,
    one('omvang', 'integer'),
    one('bestandsformaat', 'begrip'),
    some('checksum', 'checksum'),
    maybe('URLBestand', 'uri'),
    one('isRepresentatieVan', 'verwijzing'),
  ],
  identificatie: [one('identificatieKenmerk', 'text'), one('identificatieBron', 'text')],
  verwijzing: [one('verwijzingNaam', 'text'), maybe('verwijzingIdentificatie', 'identificatie')],
  begrip: [
    one('begripLabel', 'text'),
    maybe('begripCode', 'text'),
    one('begripBegrippenlijst', 'verwijzing'),
  ],
  dekkingInTijd: [
    one('dekkingInTijdType', 'begrip'),
    one('dekkingInTijdBegindatum', 'partDate'),
    maybe('dekkingInTijdEinddatum', 'partDate'),
  ],
  event: [
    one('eventType', 'begrip'),
    maybe('eventTijd', 'dateTime'),
    maybe('eventVerantwoordelijkeActor', 'verwijzing'),
    maybe('eventResultaat', 'text'),
  ],
  gerelateerdInformatieobject: [
    one('gerelateerdInformatieobjectVerwijzing', 'verwijzing'),
    one('gerelateerdInformatieobjectTypeRelatie', 'begrip'),
  ],
  betrokkene: [one('betrokkeneTypeRelatie', 'begrip'), one('betrokkeneActor', 'verwijzing')],
  beperkingGebruik: [
    one('beperkingGebruikType', 'begrip'),
    maybe('beperkingGebruikNadereBeschrijving', 'text'),
    any('beperkingGebruikDocumentatie', 'verwijzing'),
    maybe('beperkingGebruikTermijn', 'termijn'),
  ],
  termijn: [
    maybe('termijnTriggerStartLooptijd', 'begrip'),
    maybe('termijnStartdatumLooptijd', 'date'),
    maybe('termijnLooptijd', 'duration'),
    maybe('termijnEinddatum', 'partDate'),
  ],
  checksum: [
    one('checksumAlgoritme', 'begrip'),
    one('checksumWaarde', 'text'),
    one('checksumDatum', 'dateTime'),
  ],
  raadpleeglocatie: [
    any('raadpleeglocatieFysiek', 'verwijzing'),
    any('raadpleeglocatieOnline', 'uri'),
  ],
}

/** How a simple value is written; what has no letter in it is no text. */
export const mdtoForms: Readonly<Record<Kind, RegExp>> = {
  text: /\S/u,
  integer: /^\d+$/,
  language: /^[A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*$/,
  uri: /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/,
  date: /^\d{4}-\d\d-\d\d$/,
  partDate: /^\d{4}(?:-\d\d(?:-\d\d)?)?$/,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  duration: /^P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?$/,
}

/** Whether an element holds a simple value. */
export function isSimple(of: MdtoElement['of']): of is Kind {
  return Object.hasOwn(mdtoForms, of)
}
