import { colorNamed } from './colors.ts'

/** What a column of a table says about a note. */
export type Column = 'text' | 'title' | 'color' | 'keyCard' | 'x' | 'y'

/** A row of headings, and what each column is; a column that is not here has no place on a note. */
export interface Headings {
  /** Which row of the table it is. */
  readonly row: number
  readonly columns: ReadonlyMap<number, Column>
  /** How many headings are known words. */
  readonly known: number
}

// Words above columns, without blanks and signs, in lower case: of spreadsheets in Dutch and
// English, and of exports of Polis ('comment-body'), FigJam, Mural ('BG Color', 'Position X'), Miro,
// Jamboard, Padlet ('Subject', 'Body'), Stormboard, Klaxoon, Lucidspark and Trello.
const words: Readonly<Record<Column, string>> = {
  text: `tekst text briefje briefjes notitie notities note notes inhoud content contents body
    commentbody commenttext comment comments txt stickytext stickynote stickynotetext stickynotes
    sticky stickies stickycontent postit postits cardtext textcontent plaintext plaintextcontent
    message bericht statement statements uitspraak uitspraken stelling stellingen notetext
    notecontent kaart kaartje kaartjes card textarea shapetext items item zin contenu texte`,
  title: 'titel title subject onderwerp kop heading cardtitle cardname titre',
  color: `kleur color colour bgcolor backgroundcolor backgroundcolour bgcolour achtergrondkleur
    fillcolor fill stickycolor stickynotecolor notecolor cardcolor kleurbriefje couleur`,
  keyCard: 'hoofdpunt',
  x: 'x positionx xposition posx xpos xcoordinate xcoördinaat positiex xpositie left',
  y: 'y positiony yposition posy ypos ycoordinate ycoördinaat positiey ypositie top',
}

/** Words that are a text when nothing plainer is: in a form they are one question of several. */
const lesserTexts = `omschrijving beschrijving description opmerking opmerkingen toelichting idee
  ideeën idea ideas antwoord antwoorden answer answers response responses reactie reacties bijdrage
  bijdragen details feedback suggestie suggesties suggestion kommentaar commentaar quote citaat`

/** Above columns that are about a note and are not on it. */
const asides = `id nr nummer number type soort vak sectie section area frame column kolom group groep
  cluster tags tag labels label author authorid auteur createdby createdbyname creator owner naam name
  email emailadres emailaddress mail created createdat createdon createdtime date datum time tijd
  datetime timestamp tijdstempel updated updatedat lastupdated lastmodified lastmodifiedby modified
  modifiedby votes vote stemmen likes agrees disagrees passes moderated commentid totalvotes isseed
  width height breedte hoogte w h rotation link url attachment attachments bijlage parent parentid
  board boardid mural muralid page pagename shape shapeid borderstyle border bordercolor font
  fontsize textcolor textalign locked status reactions emoji starttijd begintijd eindtijd starttime endtime tijdvanvoltooien
  completiontime tijdvanlaatstewijziging lastmodifiedtime score punten points ideaid index volgorde
  order row rij z zindex layer taal language yourname jenaam uwnaam
  voornaam achternaam username gebruiker gebruikersnaam telefoon telefoonnummer phone maker`

/** Of these a table is a form: every other column is a question. */
const ofForms = new Set(
  split('tijdstempel timestamp starttijd begintijd starttime tijdvanvoltooien completiontime'),
)

const columnOf = new Map<string, Column>(
  Object.entries(words).flatMap(([column, list]) =>
    split(list).map((word) => [word, column as Column] as const),
  ),
)
const lesser = new Set(split(lesserTexts))
const aside = new Set(split(asides))

/** Rows above the headings: a title, a date, how something was made. */
const MOST_ROWS_ABOVE = 10

/** The first row that holds headings, when there is one. */
export function headingsIn(rows: readonly (readonly string[])[]): Headings | undefined {
  for (const [row, cells] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    const columns = columnsOf(cells, rows.slice(row + 1))
    const known = cells.filter(isKnown).length
    const hasText = [...columns.values()].some((column) => column === 'text' || column === 'title')
    // Further down a word that is also a heading is more likely a note.
    if (hasText && (row === 0 || known >= 2)) return { row, columns, known }
  }
  return undefined
}

/** A heading as it is compared. */
export function headingKey(cell: string): string {
  return (
    cell
      .normalize('NFKC')
      .toLowerCase()
      // What a form says of a question: that it must be answered, how long it may be.
      .replace(/\([^()]*\)/g, '')
      .replace(/[\p{C}\p{Z}\s_\-./:*?()#'"]+/gu, '')
  )
}

function columnsOf(
  cells: readonly string[],
  below: readonly (readonly string[])[],
): ReadonlyMap<number, Column> {
  const keys = cells.map(headingKey)
  const found = new Map<number, Column>()
  const taken = new Set<Column>()
  for (const [place, key] of keys.entries()) {
    const column = columnOf.get(key)
    if (column === undefined) continue
    // Several columns may hold words; of the others the first counts.
    if (taken.has(column) && column !== 'text' && column !== 'title') continue
    taken.add(column)
    found.set(place, column)
  }
  if (taken.has('text')) return found
  const isForm = keys.some((key) => ofForms.has(key)) || hasColors(found, below)
  for (const [place, key] of keys.entries()) {
    if (lesser.has(key) || (isForm && key !== '' && !aside.has(key) && !found.has(place))) {
      found.set(place, 'text')
    }
  }
  return found
}

/** Whether the column that is said to be of colours holds some: then what stands above is headings. */
function hasColors(
  found: ReadonlyMap<number, Column>,
  below: readonly (readonly string[])[],
): boolean {
  const place = [...found].find(([, column]) => column === 'color')?.[0]
  if (place === undefined) return false
  const cells = below.map((row) => row[place] ?? '').filter((cell) => cell.trim() !== '')
  const colors = cells.filter((cell) => colorNamed(cell) !== undefined)
  return colors.length > 0 && colors.length >= cells.length / 2
}

function isKnown(cell: string): boolean {
  const key = headingKey(cell)
  return columnOf.has(key) || lesser.has(key) || aside.has(key)
}

function split(list: string): readonly string[] {
  return list.split(/\s+/).map((word) => word.normalize('NFKC'))
}
