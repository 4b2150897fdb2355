import { zipSync } from 'fflate'
import type { Document } from '../../document/blocks.ts'
import type { Means } from '../means.ts'
import { typefaceFiles } from './typefaces.ts'
import { bodyOf, page } from './body.ts'
import { OFFICE, PACKAGE, relationsFile } from './relations.ts'
import { Pictures } from './pictures.ts'
import { stylesFile, WORD } from './styles.ts'
import { element, escaped, xmlFile } from './xml.ts'
import type { Xml } from './xml.ts'

const MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The document for Word and LibreOffice: real headings, lists and tables, in Dutch. */
export function writeWord(document: Document, means: Means): Uint8Array {
  const pictures = new Pictures(means.pictures)
  const body = documentFile(bodyOf(document, pictures))
  const files = {
    '[Content_Types].xml': typesFile(),
    '_rels/.rels': relationsFile([
      ['rId1', `${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreFile(document),
    'word/document.xml': body,
    'word/styles.xml': stylesFile(),
    'word/numbering.xml': numberingFile(),
    'word/settings.xml': settingsFile(),
    'word/footer1.xml': footerFile(document.foot),
    ...typefaceFiles(means.typefaces),
    'word/_rels/document.xml.rels': relationsFile([
      ['styles', `${OFFICE}/relationships/styles`, 'styles.xml'],
      ['numbering', `${OFFICE}/relationships/numbering`, 'numbering.xml'],
      ['settings', `${OFFICE}/relationships/settings`, 'settings.xml'],
      ['footer', `${OFFICE}/relationships/footer`, 'footer1.xml'],
      ['fonts', `${OFFICE}/relationships/fontTable`, 'fontTable.xml'],
      ...[...pictures.files.values()].map(
        ({ name }, place) =>
          [`picture${place + 1}`, `${OFFICE}/relationships/image`, `media/${name}`] as const,
      ),
    ]),
    ...Object.fromEntries(
      [...pictures.files.values()].map(({ name, bytes }) => [`word/media/${name}`, bytes]),
    ),
  }
  // Not the moment of writing, nor a time that each zone tells otherwise: the same version is the same file.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}

function documentFile(body: readonly Xml[]): Uint8Array {
  const section = element(
    'w:sectPr',
    {},
    element('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
    element('w:pgSz', { 'w:w': page.width, 'w:h': page.height }),
    element('w:pgMar', {
      'w:top': page.margin,
      'w:right': page.margin,
      'w:bottom': page.margin,
      'w:left': page.margin,
      'w:header': 709,
      'w:footer': 709,
      'w:gutter': 0,
    }),
    element('w:titlePg', {}),
  )
  const spaces = {
    'xmlns:w': WORD,
    'xmlns:r': `${OFFICE}/relationships`,
    'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
    'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  }
  return xmlFile(element('w:document', spaces, element('w:body', {}, ...body, section)))
}

function footerFile(foot: string): Uint8Array {
  const number = `<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>`
  const paragraph = element(
    'w:p',
    {},
    element('w:pPr', {}, element('w:pStyle', { 'w:val': 'Footer' })),
    `<w:r><w:t xml:space="preserve">${escaped(foot)} · </w:t></w:r>`,
    field('begin'),
    number,
    field('end'),
  )
  return xmlFile(element('w:ftr', { 'xmlns:w': WORD }, paragraph))
}

function field(kind: 'begin' | 'end'): Xml {
  return element('w:r', {}, element('w:fldChar', { 'w:fldCharType': kind }))
}

function coreFile({ front, savedAt }: Document): Uint8Array {
  const spaces = {
    'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  }
  const moment = { 'xsi:type': 'dcterms:W3CDTF' }
  return xmlFile(
    element(
      'cp:coreProperties',
      spaces,
      element('dc:title', {}, escaped(`${front.title}: ${front.below}`)),
      element('dc:subject', {}, escaped(front.notice.title)),
      element('dc:creator', {}, 'Stip'),
      element('dc:language', {}, 'nl-NL'),
      element('dcterms:created', moment, savedAt.replace(/\.\d+/u, '')),
      element('dcterms:modified', moment, savedAt.replace(/\.\d+/u, '')),
    ),
  )
}

function numberingFile(): Uint8Array {
  const level = element(
    'w:lvl',
    { 'w:ilvl': 0 },
    element('w:start', { 'w:val': 1 }),
    element('w:numFmt', { 'w:val': 'bullet' }),
    element('w:pStyle', { 'w:val': 'ListBullet' }),
    element('w:lvlText', { 'w:val': '•' }),
    element('w:lvlJc', { 'w:val': 'left' }),
    element('w:pPr', {}, element('w:ind', { 'w:left': 340, 'w:hanging': 340 })),
  )
  return xmlFile(
    element(
      'w:numbering',
      { 'xmlns:w': WORD },
      element(
        'w:abstractNum',
        { 'w:abstractNumId': 0 },
        element('w:multiLevelType', { 'w:val': 'singleLevel' }),
        level,
      ),
      element('w:num', { 'w:numId': 1 }, element('w:abstractNumId', { 'w:val': 0 })),
    ),
  )
}

function settingsFile(): Uint8Array {
  return xmlFile(
    element(
      'w:settings',
      { 'xmlns:w': WORD },
      element('w:embedTrueTypeFonts', {}),
      element('w:saveSubsetFonts', {}),
      element(
        'w:compat',
        {},
        element('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
      element('w:themeFontLang', { 'w:val': 'nl-NL' }),
    ),
  )
}

function typesFile(): Uint8Array {
  const parts = [
    ['/word/document.xml', `${MIME}.document.main+xml`],
    ['/word/styles.xml', `${MIME}.styles+xml`],
    ['/word/numbering.xml', `${MIME}.numbering+xml`],
    ['/word/settings.xml', `${MIME}.settings+xml`],
    ['/word/footer1.xml', `${MIME}.footer+xml`],
    ['/word/fontTable.xml', `${MIME}.fontTable+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ] as const
  const endings = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['odttf', 'application/vnd.openxmlformats-officedocument.obfuscatedFont'],
  ] as const
  return xmlFile(
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      ...endings.map(([Extension, ContentType]) => element('Default', { Extension, ContentType })),
      ...parts.map(([PartName, ContentType]) => element('Override', { PartName, ContentType })),
    ),
  )
}
