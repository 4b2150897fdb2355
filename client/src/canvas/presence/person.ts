/** Six digits, as the server stamps it; anything else could be a way into our styles. */
const hexColor = /^#[0-9a-fA-F]{6}$/

const fallback = '#565D66'

/** The name that the server stamped on somebody's presence; undefined when there is none. */
export function nameOf(user: unknown): string | undefined {
  const name = field(user, 'name')
  return typeof name === 'string' && name !== '' ? name.slice(0, 60) : undefined
}

/** The colour that the server stamped on somebody's presence. */
export function safeColor(user: unknown): string {
  const color = field(user, 'color')
  return typeof color === 'string' && hexColor.test(color) ? color : fallback
}

function field(user: unknown, key: string): unknown {
  if (typeof user !== 'object' || user === null) return undefined
  return (user as Record<string, unknown>)[key]
}
