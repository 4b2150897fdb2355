/** An address as somebody types it from a wall: without 'http://' and without the code behind '#'. */
export function typedAddress(joinUrl: string): string {
  const url = new URL(joinUrl)
  return `${url.host}${url.pathname.replace(/\/$/, '')}`
}
