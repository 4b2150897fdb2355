import type { VisionCard, VisionPile } from '@stip/board'
import { CONTENT_FORM, peopleByRole, visionContent } from '@stip/report'
import type { Card, LensInput, VisionContent } from '@stip/report'
import { isHere, nextVersion } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import { drawingsOf } from './drawings-of.ts'
import type { BoardPictures } from './pictures-of.ts'
import { lensOfSession } from './lens-of.ts'
import { consentsAbout, heardIn, saidAbout } from './said-about.ts'
import type { VisionNow } from './vision-now.ts'

/** What stands behind it, as it was worked out. */
interface BehindContent {
  readonly pictures: BoardPictures
  /** What makers of notes said of the statements. */
  readonly verified: LensInput['verified']
}

/**
 * What a version of the vision holds: all that people made of it and said about it, and of nobody who they
 * were.
 *
 * @param at - When it is saved, milliseconds since 1970.
 */
export function contentOf(
  session: Session,
  now: VisionNow,
  { pictures, verified }: BehindContent,
  at: number,
): VisionContent {
  const { vision, tray, boards } = now
  const { agenda, openedSteps } = session.steps
  const cardOf = cardsIn(session)
  const statements = vision.statements.map(({ id, list, text, cards, isWithoutSource }) => ({
    id,
    list,
    text,
    sources: cards.map(cardOf),
    isWithoutSource,
    ...saidAbout(session, id),
  }))
  return visionContent({
    form: CONTENT_FORM,
    session: {
      title: session.course.title,
      municipality: null,
      date: isoOf(at).slice(0, 10),
      agenda: agenda.title,
    },
    version: {
      number: nextVersion(session.versions),
      isDecision: false,
      previous: session.versions.saved.at(-1)?.hash ?? null,
    },
    savedAt: isoOf(at),
    participation: {
      mandate: [],
      steps: openedSteps
        .toSorted((one, other) => one - other)
        .flatMap((position) => {
          const step = agenda.steps[position]
          return step === undefined
            ? []
            : [{ title: step.title, minutes: spent(session, position) }]
        }),
      groups: boards.map(({ group }) => ({
        letter: group.letter,
        name: group.name,
        people: presentIn(session).filter(({ groupId }) => groupId === group.id).length,
      })),
      present: presentByRole(session),
      notes: tray.cards,
      keyCards: vision.cards.length,
    },
    statements,
    clusters: vision.clusters.map(({ name, piles }) => ({ name, cards: allIn(piles, cardOf) })),
    unique: allIn(vision.unique, cardOf),
    notUsed: vision.cards
      .filter(({ isUsed }) => !isUsed)
      .map((card) => ({ card: cardOf(card), why: whyNot(card) })),
    withdrawn: tray.withdrawn,
    drawings: drawingsOf(session, boards, pictures),
    questions: [],
    heard: heardIn(session),
    lens: lensOfSession(session, statements, consentsAbout(session, statements), verified),
    boards: boards.flatMap(({ board, group }): VisionContent['boards'] => {
      const name = `${group.letter} · ${group.name}`
      const made = pictures.whole.get(board) ?? []
      if (made.length === 0) return [{ name, picture: null }]
      return made.map(({ title, reference }) => {
        return { name: title === '' ? name : `${name}: ${title}`, picture: reference }
      })
    }),
  })
}

/** Why a card is in no statement, for people to read; null when nobody said. */
function whyNot({ isTakenBack, why }: VisionCard): string | null {
  if (isTakenBack) return 'Ingetrokken door wie het schreef.'
  return why === '' ? null : why
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString()
}

function cardsIn({ people }: Session): (card: VisionCard) => Card {
  const names = new Map(people.groups.map(({ letter, name }) => [letter, name]))
  return ({ id, words, letters }) => {
    const [letter] = letters
    return {
      cardId: id,
      text: words,
      group: letter === undefined ? null : { letter, name: names.get(letter) ?? '' },
    }
  }
}

function allIn(
  piles: readonly VisionPile[],
  cardOf: (card: VisionCard) => Card,
): VisionContent['unique'] {
  return piles.flatMap(({ cards }) => cards.map(cardOf))
}

function spent({ clock }: Session, position: number): number | null {
  const ms = clock.times.spentMs[position]
  return ms === undefined ? null : Math.round(ms / 60_000)
}

function presentIn({ people }: Session) {
  return people.all.filter((person) => isHere(person) && person.isScreen !== true)
}

function presentByRole(session: Session): VisionContent['participation']['present'] {
  const names = new Map(session.steps.agenda.backgrounds.map(({ id, name }) => [id, name]))
  const roles = Map.groupBy(presentIn(session), ({ background }) => background)
  return peopleByRole(
    [...roles].map(([role, of]) => ({ role: names.get(role) ?? role, people: of.length })),
  )
}
