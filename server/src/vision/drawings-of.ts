import { outlineOf } from '@stip/board'
import { liveOf } from '@stip/documents'
import type { VisionContent } from '@stip/report'
import { drawnZones } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import type { BoardPictures } from './pictures-of.ts'
import type { GroupBoard } from './vision-now.ts'

type Drawing = VisionContent['drawings'][number]

/** What each group drew on the horizon, in words: what it says with it, and what there is to be seen. */
export function drawingsOf(
  session: Session,
  boards: readonly GroupBoard[],
  { drawing }: Pick<BoardPictures, 'drawing'>,
): Drawing[] {
  const zones = zonesOfDrawings(session)
  return boards.flatMap(({ board, group: { letter, name }, stored }): Drawing[] => {
    const sections = new Map(outlineOf(liveOf(stored)).sections.map((each) => [each.id, each]))
    const wordsIn = (ids: readonly string[]): string =>
      ids
        .flatMap((id) => sections.get(id)?.items ?? [])
        .filter(({ kind }) => kind === 'text' || kind === 'note')
        .map(({ text }) => text.trim())
        .filter((text) => text !== '')
        .join(' ')
    const isDrawn = zones.drawing.some((id) => {
      const drawn = sections.get(id)?.drawing
      return drawn !== undefined && drawn.lines + drawn.shapes + drawn.arrows > 0
    })
    const [sentence, description] = [wordsIn(zones.sentence), wordsIn(zones.description)]
    if (!isDrawn && sentence === '' && description === '') return []
    const picture = drawing.get(board)?.reference ?? null
    return [{ group: { letter, name }, sentence, description, picture }]
  })
}

/** The zones of the steps in which a group draws: to draw in, for its sentence, and for what one sees. */
export function zonesOfDrawings(session: Session) {
  const ofSteps = session.steps.openedSteps
    .map((position) => drawnZones(session, position))
    .filter((zones) => zones.some(({ kind }) => kind === 'drawing'))
    .flat()
  const named = (isMeant: (zone: (typeof ofSteps)[number]) => boolean): readonly string[] =>
    ofSteps.filter(isMeant).map(({ name }) => `shape:${name}`)
  return {
    drawing: named(({ kind }) => kind === 'drawing'),
    sentence: named(({ id, title }) => id === 'zin' || /^onze zin$/i.test(title)),
    description: named(({ id, title }) => id === 'beschrijving' || /^wat zie je/i.test(title)),
  }
}
