/** An element of XML, as text. */
export type Xml = string

/** An element; attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly Xml[]
): Xml {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escaped(String(value))}"`,
  )
  const inside = children.join('')
  return `<${name}${given.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`
}

/** Words as XML may hold them: without the control signs that it does not know. */
export function escaped(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(unknown, '\uFFFD')
    .replaceAll(/[&<>"]/gu, (sign) => entities[sign] ?? sign)
}

/** A file of XML. */
export function xmlFile(root: Xml): Uint8Array {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`)
}

// oxlint-disable-next-line no-control-regex -- It is these that XML has no place for.
const unknown = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
