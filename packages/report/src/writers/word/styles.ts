import { colors } from '../means.ts'
import { element, xmlFile } from './xml.ts'
import type { Xml } from './xml.ts'

/** The namespaces of the body of a document. */
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The typeface by its name; it comes along in the document. */
export const TYPEFACE = 'Atkinson Hyperlegible Next'
const hex = (color: string): string => color.slice(1).toUpperCase()

/** How everything looks. Headings say their level here too: LibreOffice makes plain paragraphs of them otherwise. */
export function stylesFile(): Uint8Array {
  return xmlFile(
    element(
      'w:styles',
      { 'xmlns:w': WORD },
      element(
        'w:docDefaults',
        {},
        element(
          'w:rPrDefault',
          {},
          element('w:rPr', {}, ...letters({ size: 11, color: colors.ink }), language()),
        ),
        element('w:pPrDefault', {}, element('w:pPr', {}, spacing(0, 6, 1.3))),
      ),
      style('Normal', 'Normal', { isDefault: true }),
      style('Title', 'Title', {
        paragraph: [spacing(0, 8, 1.1)],
        letters: letters({ size: 32, isBold: true }),
      }),
      style('Subtitle', 'Subtitle', {
        paragraph: [spacing(0, 16, 1.15)],
        letters: letters({ size: 17, isBold: true }),
      }),
      ...([1, 2, 3] as const).map((level) => headingStyle(level)),
      style('Sentence', 'Zin', {
        paragraph: [
          element('w:keepLines', {}),
          border(colors.accent, 'single'),
          spacing(0, 0, 1.2),
          indent(340),
        ],
        letters: letters({ size: 16 }),
      }),
      style('OtherVoice', 'Ander geluid', {
        basedOn: 'Sentence',
        paragraph: [border(colors.stip, 'dotted'), indent(340)],
      }),
      style('Label', 'Label', {
        paragraph: [element('w:keepNext', {}), spacing(14, 2, 1.2), indent(340)],
        letters: letters({ size: 10, isBold: true, color: colors.accent }),
      }),
      style('Under', 'Onderschrift zin', {
        paragraph: [spacing(2, 10, 1.2), indent(340)],
        letters: letters({ size: 9.5, color: colors.muted }),
      }),
      style('Above', 'Boven titel', {
        paragraph: [spacing(130, 6, 1.2)],
        letters: letters({ size: 13, color: colors.accent }),
      }),
      style('Gap', 'Na tabel', { paragraph: [spacing(0, 0, 1)], letters: letters({ size: 5 }) }),
      style('Small', 'Klein', { letters: letters({ size: 9.5, color: colors.muted }) }),
      style('Caption', 'caption', {
        paragraph: [element('w:keepNext', {}), spacing(8, 3, 1.2)],
        letters: letters({ size: 9.5, color: colors.muted }),
      }),
      style('ListBullet', 'List Bullet', {
        paragraph: [numbering(), spacing(0, 4, 1.25)],
      }),
      style('Notice', 'Kader', {
        paragraph: [border(colors.stip, 'single'), spacing(0, 4, 1.25), indent(340)],
      }),
      style('Footer', 'footer', { letters: letters({ size: 9, color: colors.muted }) }),
      element(
        'w:style',
        { 'w:type': 'character', 'w:styleId': 'Strong' },
        element('w:name', { 'w:val': 'Strong' }),
        element('w:rPr', {}, element('w:b', {})),
      ),
      element(
        'w:style',
        { 'w:type': 'table', 'w:styleId': 'Plain' },
        element('w:name', { 'w:val': 'Tabel Stip' }),
        element(
          'w:tblPr',
          {},
          element(
            'w:tblBorders',
            {},
            ...(['top', 'bottom', 'insideH'] as const).map((side) =>
              element(`w:${side}`, {
                'w:val': 'single',
                'w:sz': 4,
                'w:space': 0,
                'w:color': hex(colors.line),
              }),
            ),
          ),
          element(
            'w:tblCellMar',
            {},
            ...(['top', 'left', 'bottom', 'right'] as const).map((side) =>
              element(`w:${side}`, {
                'w:w': side === 'left' || side === 'right' ? 80 : 50,
                'w:type': 'dxa',
              }),
            ),
          ),
        ),
      ),
    ),
  )
}

interface StyleParts {
  readonly isDefault?: boolean
  readonly basedOn?: string
  readonly paragraph?: readonly Xml[]
  readonly letters?: readonly Xml[]
}

function style(
  id: string,
  name: string,
  { isDefault, basedOn = 'Normal', paragraph, letters: run }: StyleParts,
): Xml {
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id, 'w:default': isDefault ? 1 : undefined },
    element('w:name', { 'w:val': name }),
    ...(isDefault ? [] : [element('w:basedOn', { 'w:val': basedOn })]),
    element('w:qFormat', {}),
    ...(paragraph === undefined ? [] : [element('w:pPr', {}, ...paragraph)]),
    ...(run === undefined ? [] : [element('w:rPr', {}, ...run)]),
  )
}

function headingStyle(level: 1 | 2 | 3): Xml {
  const [size, before] = [{ 1: 22, 2: 14, 3: 11 }[level], { 1: 26, 2: 18, 3: 10 }[level]]
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': `Heading${level}` },
    element('w:name', { 'w:val': `heading ${level}` }),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:next', { 'w:val': 'Normal' }),
    element('w:qFormat', {}),
    element(
      'w:pPr',
      {},
      element('w:keepNext', {}),
      element('w:keepLines', {}),
      spacing(before, 6, 1.15),
      element('w:outlineLvl', { 'w:val': level - 1 }),
    ),
    element('w:rPr', {}, ...letters({ size, isBold: true })),
  )
}

/** In points. */
function spacing(before: number, after: number, lines: number): Xml {
  const given = {
    'w:before': before * 20,
    'w:after': after * 20,
    'w:line': Math.round(lines * 240),
  }
  return element('w:spacing', { ...given, 'w:lineRule': 'auto' })
}

function indent(left: number): Xml {
  return element('w:ind', { 'w:left': left })
}

function border(color: string, kind: 'single' | 'dotted'): Xml {
  const side = { 'w:val': kind, 'w:sz': 24, 'w:space': 10, 'w:color': hex(color) }
  return element('w:pBdr', {}, element('w:left', side))
}

function numbering(): Xml {
  return element(
    'w:numPr',
    {},
    element('w:ilvl', { 'w:val': 0 }),
    element('w:numId', { 'w:val': 1 }),
  )
}

function language(): Xml {
  return element('w:lang', { 'w:val': 'nl-NL', 'w:eastAsia': 'nl-NL', 'w:bidi': 'ar-SA' })
}

function letters({
  size,
  isBold = false,
  color,
}: {
  size: number
  isBold?: boolean
  color?: string
}): readonly Xml[] {
  const faces = { 'w:ascii': TYPEFACE, 'w:hAnsi': TYPEFACE, 'w:cs': TYPEFACE }
  return [
    element('w:rFonts', faces),
    ...(isBold ? [element('w:b', {})] : []),
    ...(color === undefined ? [] : [element('w:color', { 'w:val': hex(color) })]),
    element('w:sz', { 'w:val': size * 2 }),
  ]
}
