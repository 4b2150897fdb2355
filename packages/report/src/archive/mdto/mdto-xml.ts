import { element, escaped, xmlFile } from '../../writers/word/xml.ts'
import { isSimple, mdtoForms, mdtoSchema } from './schema.ts'
import type { MdtoElement, MdtoType } from './schema.ts'

/** What stands in an element of MDTO: words, or elements by their names. */
export type MdtoValue = string | MdtoObject
export interface MdtoObject {
  readonly [name: string]: MdtoValue | readonly MdtoValue[] | undefined
}

const SPACE = 'https://www.nationaalarchief.nl/mdto'

/**
 * A file of MDTO: one object, with its elements in the order of the schema.
 *
 * @throws {RangeError} When it would not be valid.
 */
export function mdtoFile(type: 'informatieobject' | 'bestand', object: MdtoObject): Uint8Array {
  const attributes = {
    xmlns: SPACE,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${SPACE} ${SPACE}/MDTO-XML1.0.1.xsd`,
  }
  return xmlFile(element('MDTO', attributes, element(type, {}, ...elementsOf(type, object))))
}

function elementsOf(type: MdtoType, object: MdtoObject): readonly string[] {
  const schema = mdtoSchema[type]
  const unknown = Object.keys(object).find((name) => schema.every((each) => each.name !== name))
  if (unknown !== undefined) throw new RangeError(`MDTO has no ${unknown} in ${type}.`)
  return schema.flatMap((each) => {
    const values = listOf(object[each.name])
    if (values.length < each.least || values.length > each.most) {
      throw new RangeError(`MDTO wants another number of ${each.name} in ${type}.`)
    }
    return values.map((value) => written(each, value))
  })
}

function written({ name, of }: MdtoElement, value: MdtoValue): string {
  if (typeof value !== 'string') {
    if (isSimple(of)) throw new RangeError(`MDTO wants words in ${name}.`)
    return element(name, {}, ...elementsOf(of, value))
  }
  if (!isSimple(of) || !mdtoForms[of].test(value)) {
    throw new RangeError(`MDTO has no such ${name}: '${value}'.`)
  }
  return element(name, {}, escaped(value))
}

function listOf(value: MdtoValue | readonly MdtoValue[] | undefined): readonly MdtoValue[] {
  if (value === undefined) return []
  return isList(value) ? value : [value]
}

function isList(value: MdtoValue | readonly MdtoValue[]): value is readonly MdtoValue[] {
  return Array.isArray(value)
}
