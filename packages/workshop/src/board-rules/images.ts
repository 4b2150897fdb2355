import type { Session } from '../session/session.ts'

/**
 * Whether people may put photos on the boards of a session now. Off until a facilitator allows it:
 * a photo can show people and names.
 */
export function allowsImages({ imagesAllowed, endedAt }: Session): boolean {
  return imagesAllowed === true && endedAt === undefined
}
