import type { ClientCommand, Role, SessionView } from '@stip/api'
import { moveTo, openConflicts, readVision } from '@stip/board'
import type { OutlineSection, StatementList, Vision, VisionPile } from '@stip/board'
import { readRecord } from '@stip/documents/light'
import type { BoardId } from '@stip/primitives'
import { fieldsTold, structureOf } from '@stip/workshop'
import {
  type ReactElement,
  type ReactNode,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { boardSession } from '../../board/board-sessions.ts'
import type { BoardState, SharedBoard } from '../../board/shared-board.ts'
import { LiveOutline } from '../../board/words/live-outline.ts'
import { OutlineDesk } from '../../board/words/outline-desk.ts'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { Button } from '../../ui/controls/button.tsx'
import { UndoBar } from '../../ui/controls/undo-bar.tsx'
import { VisionContext } from './acts.ts'
import { useChosenPiles } from './chosen-piles.ts'
import { ClustersColumn } from './clusters-column.tsx'
import { ConflictCards } from './conflicts/conflict-cards.tsx'
import { nlMissing } from './nl-missing.ts'
import { PointsColumn } from './points-column.tsx'
import { Proposals } from './proposals.tsx'
import type { Proposed } from './proposed.ts'
import { SelectionBar } from './selection-bar.tsx'
import { StatementsColumn } from './statements-column.tsx'
import './vision.css'

type SeenView = Pick<SessionView, 'id' | 'steps' | 'groups' | 'arrangement' | 'endedAt'>

export interface VisionWorkProps {
  readonly view: SeenView
  readonly boardId: BoardId
  readonly as: Role
  /** Absent for who only reads. */
  readonly run?: ((command: ClientCommand) => void) | undefined
  /** What Stip proposes about these cards; undefined while it looks, null when that failed. */
  readonly proposed: Proposed | null | undefined
  /** Tells which cards are on the screen. */
  readonly onCards: (cards: Vision['cards']) => void
  readonly renderStatus: (status: BoardState) => ReactNode
  /** What the room said about a pile, and about a statement. */
  readonly renderNote?: ((pile: VisionPile) => ReactElement | undefined) | undefined
  readonly renderVotes?: ((statement: string) => ReactNode) | undefined
  /** Keeps the vision as it is now, and shows what was kept. */
  readonly renderSave?: ((vision: Vision, status: BoardState) => ReactNode) | undefined
  /** Finds what on the boards is in no statement, until it is closed. */
  readonly renderMissing?: ((vision: Vision, onClose: () => void) => ReactNode) | undefined
  /** What can be asked about all statements. */
  readonly renderAsk?: ((vision: Vision) => ReactNode) | undefined
}

/** From three boards to one vision: piles, clusters and sentences beside each other, on one screen. */
export function VisionWork(props: VisionWorkProps): ReactElement {
  const { view, boardId, as } = props
  const life = useMemo(
    () => boardSession({ sessionId: view.id, boardId, role: as }),
    [view.id, boardId, as],
  )
  const { board, state } = useSyncExternalStore(life.subscribe, () => life.moment)
  if (board === undefined || !state.isLoaded || state.status === 'closed') {
    const words = { offline: nlVision.noConnection, closed: nlVision.closed }
    const waits = words[state.status as keyof typeof words] ?? nlVision.waiting
    return <output className="stip-vision-work__waiting">{waits}</output>
  }
  return <Columns key={boardId} {...props} board={board} state={state} />
}

interface ColumnsProps extends VisionWorkProps {
  readonly board: SharedBoard
  readonly state: BoardState
}

function Columns(props: ColumnsProps): ReactElement {
  const { view, board, state, run } = props
  const live = useMemo(() => new LiveOutline(board.document), [board])
  const moment = useSyncExternalStore(live.subscribe, () => live.moment)
  const desk = useMemo(() => new OutlineDesk(board, live), [board, live])
  const [said, setSaid] = useState<{ text: string; back: () => void } | undefined>()
  useEffect(() => {
    if (said === undefined) return undefined
    const timer = setTimeout(() => setSaid(undefined), 10_000)
    return () => clearTimeout(timer)
  }, [said])
  const { steps, groups, arrangement } = view
  const structure = useMemo(() => structureOf(fieldsTold(arrangement)), [arrangement])
  const vision = useMemo(
    () =>
      readVision({
        records: moment.records,
        sourcesOf: (id) => readRecord(board.document, id)?.sources ?? [],
        letterOf: (group) => groups.find(({ id }) => id === group)?.letter,
        zones: steps.flatMap(({ zones }) => zones),
        structure,
      }),
    [moment, board, groups, steps, structure],
  )
  const conflicts = useMemo(
    () => openConflicts(moment.records, (id) => readRecord(board.document, id)?.base),
    [moment, board],
  )
  const zones = useMemo(
    () => zonesOf(moment.outline.sections, steps),
    [moment.outline.sections, steps],
  )
  const chosen = useChosenPiles(vision)
  const { proposed, onCards } = props
  useEffect(() => onCards(vision.cards), [onCards, vision.cards])
  const acts = useMemo(() => {
    const notSame = new Set(structure.notSame.map((pair) => pair.join(' ')))
    const numbers = new Map(vision.statements.map(({ id }, place) => [id, place + 1]))
    const numberOf = (id: string): number => numbers.get(id) ?? 0
    return {
      run: view.endedAt === undefined ? run : undefined,
      chosen,
      proposed,
      isNotSame: (one: string, other: string) => notSame.has([one, other].toSorted().join(' ')),
      numberOf,
      statementsWith: (card: string) =>
        vision.statements
          .filter(({ cards }) => cards.some(({ id }) => id === card))
          .map(({ id }) => numberOf(id)),
    }
  }, [vision, structure, chosen, proposed, run, view.endedAt])
  const left = vision.unprocessed.length
  const [isMissing, setMissing] = useState(false)
  const { renderMissing } = props
  return (
    <VisionContext value={acts}>
      <div className="stip-vision-work">
        <div className="stip-vision-work__head">
          <p
            className={left === 0 ? 'stip-vision-work__calm' : 'stip-vision-work__left'}
            title={nlVision.unprocessedLong}
          >
            {vision.cards.length > 0 && nlVision.unprocessed(left)}
          </p>
          {renderMissing !== undefined && vision.cards.length > 0 && (
            <Button
              size="small"
              isPressed={isMissing}
              title={nlMissing.openLong}
              onClick={() => setMissing(!isMissing)}
            >
              {nlMissing.open}
            </Button>
          )}
          {props.renderStatus(state)}
          {props.renderSave?.(vision, state)}
        </div>
        <ConflictCards conflicts={conflicts} />
        {isMissing && renderMissing?.(vision, () => setMissing(false))}
        <div className="stip-vision-work__columns">
          <PointsColumn vision={vision} renderNote={props.renderNote}>
            <Proposals vision={vision} />
          </PointsColumn>
          <ClustersColumn vision={vision} renderNote={props.renderNote} />
          <StatementsColumn
            vision={vision}
            desk={desk}
            zones={zones}
            mayWrite={acts.run !== undefined && state.status !== 'read-only'}
            move={(id, to) => desk.write(moveTo(moment.records, id, to))}
            say={(text, back) => setSaid({ text, back })}
            renderVotes={props.renderVotes}
          >
            {props.renderAsk?.(vision)}
          </StatementsColumn>
        </div>
        <SelectionBar vision={vision} />
        {said !== undefined && (
          <UndoBar
            text={said.text}
            onUndo={() => {
              said.back()
              setSaid(undefined)
            }}
            onClose={() => setSaid(undefined)}
          />
        )}
      </div>
    </VisionContext>
  )
}

/** Where new statements go: into the zone of each list that was opened last. */
function zonesOf(
  sections: readonly OutlineSection[],
  steps: SeenView['steps'],
): ReadonlyMap<StatementList, OutlineSection> {
  const byId = new Map(sections.map((section) => [section.id, section]))
  const zones = new Map<StatementList, OutlineSection>()
  for (const { id, list } of steps.flatMap((step) => step.zones)) {
    const section = byId.get(id)
    if (list !== undefined && section?.letter === '') zones.set(list, section)
  }
  return zones
}
