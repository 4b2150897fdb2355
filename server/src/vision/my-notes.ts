import type { MyNote } from '@stip/api'
import type { NoteTrace } from '@stip/board'
import { boardAccess, makerAnswerOf, structureOf } from '@stip/workshop'
import type { Scribe, Session } from '@stip/workshop'
import { visionOf } from '../commands/merging/merged-boards.ts'
import type { Services } from '../services.ts'
import { tracedNotes } from './traced-notes.ts'
import type { VersionCards } from './version-cards.ts'

/** Whose notes are asked for: one's own, or those that one wrote as a scribe. */
export type Maker = Pick<Scribe, 'personId'> & { readonly role: 'participant' | 'scribe' }

/** A statement that is made from a note, or was until its maker took it out. */
type Behind = Omit<MyNote['statements'][number], 'said'>

/**
 * What became of the notes that somebody made on the boards of groups. Who they are is known from who wrote on
 * which line, and stands in nothing that leaves here.
 */
export async function myNotes(
  services: Pick<Services, 'rooms' | 'miniatures'>,
  versionCards: VersionCards,
  session: Session,
  maker: Maker,
): Promise<MyNote[]> {
  const own = await ownTraces(services, session, maker)
  const versions = await versionCards.of(session)
  const letters = new Map(session.people.groups.map(({ id, letter }) => [id, letter]))
  const { fields } = session.vision
  return own.map(({ trace, statements }) => ({
    note: {
      board: trace.board,
      record: trace.record,
      text: mayRead(session, maker, trace.board) ? trace.words : '',
      groupLetter: letters.get(trace.group) ?? '',
    },
    state: trace.state,
    stackedWith: trace.stackedWith,
    letters: [...trace.letters],
    cluster: trace.cluster,
    statements: statements.map((each) => ({
      ...each,
      said:
        (each.card !== null && makerAnswerOf(fields, { statement: each.id, card: each.card })) ||
        null,
    })),
    versions: versions.flatMap(({ number, cards }) =>
      trace.cards.some((card) => cards.has(card)) ? [number] : [],
    ),
    why: trace.why,
  }))
}

/** Whether a statement is made from a card of this maker, or was until they took it out. */
export async function isMakerOf(
  services: Pick<Services, 'rooms' | 'miniatures'>,
  session: Session,
  maker: Maker,
  { card, statement }: { readonly card: string; readonly statement: string },
): Promise<boolean> {
  const own = await ownTraces(services, session, maker)
  return own.some(({ statements }) =>
    statements.some((each) => each.card === card && each.id === statement),
  )
}

interface Own {
  readonly trace: NoteTrace
  readonly statements: readonly Behind[]
}

async function ownTraces(
  services: Pick<Services, 'rooms' | 'miniatures'>,
  session: Session,
  maker: Maker,
): Promise<readonly Own[]> {
  const { notes, statements } = await tracedNotes(services, session)
  const isScribe = maker.role === 'scribe'
  const own = notes.filter((each) => each.maker === maker.personId && each.isOfScribe === isScribe)
  if (!mayRead(session, maker, visionOf(session))) {
    return own.map(({ trace }) => ({ trace: onBoardOnly(trace), statements: [] }))
  }
  const { takenOut } = structureOf(session.vision.fields)
  return own.map(({ trace }) => {
    const out = takenOut.flatMap(({ statement, card }): Behind[] => {
      const found = statements.find(({ id }) => id === statement)
      const isMade = trace.statements.some(({ id }) => id === statement)
      if (found === undefined || isMade || !trace.cards.includes(card)) return []
      return [{ id: found.id, text: found.text, list: found.list, card }]
    })
    return { trace, statements: [...trace.statements, ...out] }
  })
}

/** What somebody may know who may not look at the vision yet. */
function onBoardOnly(trace: NoteTrace): NoteTrace {
  const isOnVision = trace.state === 'on-vision' || trace.state === 'in-statement'
  return {
    ...trace,
    state: isOnVision ? 'on-board' : trace.state,
    cards: [],
    stackedWith: 0,
    letters: [],
    cluster: null,
    statements: [],
    why: '',
  }
}

/** As somebody who takes part: writing for others opens nothing. */
function mayRead(session: Session, { personId }: Maker, boardId: string): boolean {
  return boardAccess(session, { role: 'participant', personId }, boardId) !== 'none'
}
