/**
 * What XML 1.0 (section 2.2) forbids, and the line ends that no keyboard has: those of PowerPoint
 * (U+000B), of pages (U+000C), of mainframes (U+0085) and of Unicode (U+2028). With the `u` flag
 * a surrogate matches only where its other half is missing.
 */
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u0085\u2028\uD800-\uDFFF\uFFFE\uFFFF]/u
const EVERY_UNSAFE = new RegExp(UNSAFE.source, 'gu')
const LINE_ENDS: ReadonlySet<string> = new Set(['\u000B', '\u000C', '\u0085', '\u2028'])

/** Whether `xmlSafeText` leaves a text as it is. */
export function isXmlSafe(text: string): boolean {
  return !UNSAFE.test(text)
}

/**
 * A text that every XML file may hold, such as a drawing in SVG. Rare line ends become the usual
 * one, what XML forbids goes, and all else stays as it was.
 */
export function xmlSafeText(text: string): string {
  if (isXmlSafe(text)) return text
  return text.replace(EVERY_UNSAFE, (each) => (LINE_ENDS.has(each) ? '\n' : ''))
}
