import type { Typefaces } from '../means.ts'
import { OFFICE, relationsFile } from './relations.ts'
import { TYPEFACE, WORD } from './styles.ts'
import { trueTypeOf } from '../true-type.ts'
import { element, xmlFile } from './xml.ts'

/** By which a typeface in a document is made unreadable by itself; the standard wants that, and it is no secret. */
const KEY = '5717A5E1-0C0D-4E0B-9A1B-51D0B51D0A11'

/** The typeface as files of the document, so that it looks the same where nobody has it. */
export function typefaceFiles({ regular, bold }: Typefaces): Record<string, Uint8Array> {
  const given = { embedRegular: regular[0], embedBold: bold[0] }
  const faces = Object.entries(given).flatMap(([name, file]) =>
    file === undefined ? [] : [{ name, file }],
  )
  const table = element(
    'w:fonts',
    { 'xmlns:w': WORD, 'xmlns:r': `${OFFICE}/relationships` },
    element(
      'w:font',
      { 'w:name': TYPEFACE },
      // What stands in for it, where typefaces in documents are not read.
      element('w:altName', { 'w:val': 'Verdana' }),
      element('w:charset', { 'w:val': '00' }),
      element('w:family', { 'w:val': 'swiss' }),
      element('w:pitch', { 'w:val': 'variable' }),
      ...faces.map(({ name }) => element(`w:${name}`, { 'r:id': name, 'w:fontKey': `{${KEY}}` })),
    ),
  )
  return {
    'word/fontTable.xml': xmlFile(table),
    'word/_rels/fontTable.xml.rels': relationsFile(
      faces.map(({ name }) => [name, `${OFFICE}/relationships/font`, `fonts/${name}.odttf`]),
    ),
    ...Object.fromEntries(
      faces.map(({ name, file }) => [`word/fonts/${name}.odttf`, obfuscated(trueTypeOf(file))]),
    ),
  }
}

/** The first 32 bytes with those of the key, the last of it first. */
function obfuscated(file: Uint8Array): Uint8Array {
  const key = Buffer.from(KEY.replaceAll('-', ''), 'hex').toReversed()
  return file.map((byte, place) => (place < 32 ? byte ^ (key[place % 16] ?? 0) : byte))
}
