/**
 * An address as somebody types it from a wall: without 'http://', and without the page behind it,
 * because the home page asks for the code as well.
 */
export function typedAddress(joinUrl: string): string {
  const url = new URL(joinUrl)
  return `${url.host}${url.pathname.replace(/\/doe-mee\/?$/, '').replace(/\/$/, '')}`
}
