import type { BoardRecord } from '@stip/board'
import type { Json, JsonObject } from '@stip/primitives'
import { isKnownKind } from '../../record/check-field.ts'
import { isSafeLink } from '../../text/text-schema.ts'
import { plainTextOf } from '../../text/rich-text.ts'
import { importedWords } from '../imported-words.ts'
import { isObject, textIn } from '../json-file.ts'
import { geoProps, richTextOfLines, textProps } from '../new-records.ts'

/** Under which a `.tldr` file remembers what a rectangle is on our own boards. */
const OWN_SHAPE = 'stip'

/** Notes in a file what a shape is here, for when the file comes back. */
export function rememberOwnShape({ type, props }: BoardRecord): JsonObject {
  return { [OWN_SHAPE]: { type, props } }
}

/**
 * A shape of a file as a kind that boards have: our own again where the file remembers it, a
 * rectangle or a text with its words where no board knows the kind.
 *
 * @returns Undefined when there is nothing to show.
 */
export function asOwnShape(shape: BoardRecord, mayMakeZones: boolean): BoardRecord | undefined {
  const remembered = isObject(shape.meta) ? shape.meta[OWN_SHAPE] : undefined
  if (isObject(remembered) && isObject(remembered['props'])) {
    const type = textIn(remembered['type'])
    const isAllowed = type !== 'zone' || mayMakeZones
    if (isAllowed && isKnownKind({ typeName: 'shape', type })) {
      return { ...shape, type, props: remembered['props'] }
    }
  }
  if (shape.type === 'zone' && !mayMakeZones) return asRectangle(shape)
  if (isKnownKind(shape)) return shape
  const words = wordsOf(shape.props)
  if (words !== '') return isSized(shape.props) ? asRectangle(shape) : asText(shape, words)
  // Bookmarks and embeds would call other people's servers; what stays is where they lead.
  const url = shape.props['url']
  return isSafeLink(url) ? asText(shape, textIn(url)) : undefined
}

function asText(shape: BoardRecord, words: string): BoardRecord {
  const props = { ...textProps, richText: richTextOfLines(words) }
  return { ...shape, type: 'text', rotation: 0, props }
}

function asRectangle(shape: BoardRecord): BoardRecord | undefined {
  if (!isSized(shape.props)) return undefined
  const { w = 1, h = 1 } = shape.props
  return {
    ...shape,
    type: 'geo',
    props: {
      ...geoProps,
      w,
      h,
      dash: 'solid',
      color: 'grey',
      richText: richTextOfLines(wordsOf(shape.props)),
    },
  }
}

function isSized({ w, h }: JsonObject): boolean {
  return isPositive(w) && isPositive(h)
}

function isPositive(value: Json | undefined): boolean {
  return typeof value === 'number' && value > 0
}

function wordsOf(props: JsonObject): string {
  const words = ['letter', 'title', 'name', 'question', 'text', 'label'].map((key) =>
    textIn(props[key]),
  )
  words.push(plainTextOf(props['richText']).trim())
  return importedWords(words.filter((word) => word !== '').join('\n'))
}
