/** The deepest text on a board comes to some fifty. */
const DEEPEST = 100

const sign = {
  quote: 0x22,
  escape: 0x5c,
  list: 0x5b,
  endOfList: 0x5d,
  object: 0x7b,
  endOfObject: 0x7d,
}

/**
 * Whether JSON goes no deeper than what is made here. Reading it goes as deep as anybody likes; whatever looks through
 * it or writes it out again does not.
 */
export function isShallow(json: Uint8Array): boolean {
  let depth = 0
  let isInWords = false
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]
    if (isInWords) {
      if (byte === sign.escape) at++
      else if (byte === sign.quote) isInWords = false
    } else if (byte === sign.quote) isInWords = true
    else if (byte === sign.list || byte === sign.object) {
      if (++depth > DEEPEST) return false
    } else if (byte === sign.endOfList || byte === sign.endOfObject) depth--
  }
  return true
}
