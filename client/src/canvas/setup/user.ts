import { atom, createTLUser } from 'tldraw'
import type { TLUser } from 'tldraw'
import { prefersStill } from '../view/camera.ts'

/** Who draws, as far as tldraw needs to know: Dutch, on light paper, nothing kept on the device. */
export function boardUser(): TLUser {
  const preferences = atom('preferences', {
    id: 'me',
    name: '',
    locale: 'nl',
    colorScheme: 'light' as const,
    animationSpeed: prefersStill() ? 0 : 1,
    isSnapMode: false,
  })
  return createTLUser({ userPreferences: preferences, setUserPreferences: () => {} })
}
