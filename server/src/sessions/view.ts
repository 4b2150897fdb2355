import type { SessionParts, SessionView } from '@stip/api'
import { viewOfParts } from '@stip/api/parts'
import type { Actor, Session } from '@stip/workshop'
import { agendaFor } from './parts/agenda-texts.ts'
import { ownParts } from './parts/people.ts'
import { sharedParts } from './parts/shared-parts.ts'
import type { Surroundings } from './parts/shared-parts.ts'

/** What a view shows besides the session itself. */
export interface ViewExtras extends Surroundings {
  /** Counts views; see `SessionView.revision`. */
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly now: number
}

/** All parts of one screen, put together. */
export function viewFor(session: Session, actor: Actor, extras: ViewExtras): SessionView {
  const { revision, now } = extras
  const parts = {
    ...sharedParts(session, actor, extras),
    ...(actor.role === 'participant' && ownParts(session, actor)),
  } as SessionParts
  const numbers = { key: '', revision, now, sessionRevision: session.revision }
  return viewOfParts({ ...numbers, parts }, agendaFor(session.steps.agenda, actor).texts)
}
