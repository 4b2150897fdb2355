/** Which screen an address stands for. */
export type Route =
  | { readonly screen: 'home' | 'join' | 'pair' | 'not-found' }
  | {
      readonly screen: 'participant' | 'console' | 'observer' | 'wall'
      readonly sessionId: string
    }

const screensOfSession = {
  meedoen: 'participant',
  console: 'console',
  meekijken: 'observer',
  beamer: 'wall',
} as const

/** Reads an address; a slash at the end does not matter. */
export function routeOf(pathname: string): Route {
  const path = pathname.replace(/\/+$/, '')
  if (path === '') return { screen: 'home' }
  if (path === '/doe-mee') return { screen: 'join' }
  if (path === '/scherm' || path === '/beamer') return { screen: 'pair' }
  const match = /^\/s\/([\w-]{1,64})\/([a-z]+)$/.exec(path)
  const name = match?.[2]
  if (match?.[1] === undefined || !isSessionScreen(name)) return { screen: 'not-found' }
  return { screen: screensOfSession[name], sessionId: match[1] }
}

/** Address of a role's screen. */
export function pathOf(
  role: 'participant' | 'facilitator' | 'observer' | 'wall',
  sessionId: string,
): string {
  const names = {
    participant: 'meedoen',
    facilitator: 'console',
    observer: 'meekijken',
    wall: 'beamer',
  } as const
  return `/s/${sessionId}/${names[role]}`
}

function isSessionScreen(name: string | undefined): name is keyof typeof screensOfSession {
  return name !== undefined && Object.hasOwn(screensOfSession, name)
}
