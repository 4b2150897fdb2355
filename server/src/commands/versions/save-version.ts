import type { CommandAnswer } from '@stip/api'
import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { canonical } from '@stip/report'
import type { VisionContent } from '@stip/report'
import { sealed } from '@stip/report/hash'
import type { CommandRefusal, Session } from '@stip/workshop'
import type { Services } from '../../services.ts'
import { commandAnswered } from '../../sessions/also-written.ts'
import type { Asker } from '../../turns.ts'
import { contentOf } from '../../vision/content-of.ts'
import { picturesNamed, picturesOf } from '../../vision/pictures-of.ts'
import { verifiedNow } from '../../vision/verified-now.ts'
import { visionNow } from '../../vision/vision-now.ts'
import { closeOpenQuestion } from '../asking/close-question.ts'
import type { Press } from '../press.ts'

/** Draws the boards as they are, which the reports remember for as long as they stay so. */
export async function prepareVersion(
  services: Services,
  session: Session,
  who: string | undefined,
): Promise<void> {
  const { boards } = await visionNow(services, session)
  await picturesOf(services, askerOf(session, who), session, boards)
}

/**
 * Saves the vision as a version, for good ("Bewaren als versie 1"): what is asked of the room is closed
 * first, so that its answers are in it. When nothing changed since the last one, that is the version; two presses at
 * once make one.
 */
export async function saveVersion(
  services: Services,
  asked: Session,
  press: Press,
): Promise<Result<CommandAnswer, CommandRefusal>> {
  const { desk, now, storage } = services
  const seen = await visionNow(services, asked)
  if (seen.vision.statements.length === 0) return refuse('nothing-to-save')
  if (asked.course.endedAt === undefined) {
    const { by: actor, who } = press.asked ?? { by: 'server' }
    await closeOpenQuestion(services, asked, { actor, who })
  }
  const session = desk.find(asked.id) ?? asked
  const at = now()
  const asker = askerOf(session, press.asked?.who)
  const pictures = await picturesOf(services, asker, session, seen.boards)
  const verified = await verifiedNow(services, session)
  const content = contentOf(session, seen, { pictures, verified }, at)
  const last = session.versions.saved.at(-1)
  const kept = last && (await storage.versions.find(session.id, last.number))
  if (last !== undefined && kept !== undefined && isSame(content, kept.content)) {
    const answer = { revision: session.revision, version: { number: last.number, isNew: false } }
    await desk.write(session, commandAnswered(press.key, answer))
    return ok(answer)
  }
  const { text, hash } = sealed(content)
  const { number } = content.version
  const noted = desk.note(
    session,
    { type: 'note-version', version: { number, hash, at } },
    press.asked,
  )
  const answer = { revision: noted.session.revision, version: { number, isNew: true } }
  const version = { number, hash, at, content: text }
  await desk.commit(noted, [
    { kind: 'version-saved', version, pictures: picturesNamed(content, pictures) },
    ...commandAnswered(press.key, answer),
  ])
  return ok(answer)
}

function askerOf({ id }: Session, who: string | undefined): Asker {
  return { session: id, person: who ?? 'facilitator' }
}

/** Whether a content says what was saved, whenever that was. */
function isSame(content: VisionContent, before: string): boolean {
  const { version, savedAt, session } = JSON.parse(before) as VisionContent
  const then = { ...content, version, savedAt, session: { ...content.session, date: session.date } }
  return canonical(then) === before
}
