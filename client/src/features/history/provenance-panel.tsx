import type { Change, Origin, Provenance, Role } from '@stip/api'
import type { BoardId, RecordId } from '@stip/primitives'
import { type ReactElement, useCallback, useState } from 'react'
import { historyApi } from '../../live/api/history-api.ts'
import { nlHistory } from '../../texts/console/nl-history.ts'
import { nlTakeAway } from '../../texts/console/nl-take-away.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { timeWords } from './moment-words.ts'
import { Failed, Head, Waiting } from './panel-parts.tsx'
import { useAnswer } from './use-answer.ts'
import './history.css'

interface ProvenancePanelProps {
  readonly boardId: BoardId
  readonly recordId: RecordId
  readonly as: Role
  /** Takes it away; for the facilitator. */
  readonly onTakeAway?: ((recordId: RecordId) => void) | undefined
  readonly onClose: () => void
}

/** "Waar komt dit vandaan?": the notes of the groups behind something, and who worked on it. */
export function ProvenancePanel(props: ProvenancePanelProps): ReactElement {
  const { boardId, recordId, as, onTakeAway, onClose } = props
  const ask = useCallback(
    () => historyApi.provenance(boardId, recordId, as),
    [boardId, recordId, as],
  )
  const [asked, askAgain] = useAnswer(ask)
  const title = nlHistory.origin.title
  return (
    <Sheet label={title} onClose={onClose}>
      <Head title={title} onClose={onClose} />
      {asked.kind === 'waiting' && <Waiting />}
      {asked.kind === 'failed' && <Failed problem={asked.problem} onRetry={askAgain} />}
      {asked.kind === 'here' && <Told provenance={asked.value} />}
      {onTakeAway !== undefined && (
        <Button
          size="small"
          onClick={() => {
            onClose()
            onTakeAway(recordId)
          }}
        >
          {nlTakeAway.open}
        </Button>
      )}
    </Sheet>
  )
}

function Told({ provenance }: { readonly provenance: Provenance }): ReactElement {
  const texts = nlHistory.origin
  const { isAnonymous, changes, origins, isOfScribe = false } = provenance
  const isSilent = !isAnonymous && !isOfScribe && changes.length === 0 && origins.length === 0
  return (
    <>
      {origins.length > 0 && (
        <section className="stip-history__origins">
          <h3>{texts.from}</h3>
          <ul>
            {origins.map((origin, place) => (
              // Two notes may say the same; their order is that of the merge.
              // oxlint-disable-next-line react/no-array-index-key
              <OriginItem key={place} origin={origin} />
            ))}
          </ul>
        </section>
      )}
      {isOfScribe && <p>{texts.ofScribe}</p>}
      {changes.length > 0 && <Changes changes={changes} />}
      {isAnonymous && <p>{changes.length > 0 ? texts.partlyAnonymous : texts.anonymous}</p>}
      {isSilent && <p>{texts.unknown}</p>}
    </>
  )
}

function OriginItem({ origin }: { readonly origin: Origin }): ReactElement {
  const texts = nlHistory.origin
  const { group, text, textNow, isWithdrawn, isAnonymous, changes, isOfScribe } = origin
  return (
    <li className="stip-history__origin">
      <strong dir="auto">
        {group === undefined ? texts.noGroup : texts.group(group.letter, group.name)}
      </strong>
      <blockquote className="stip-history__quote" dir="auto">
        {text.trim() === '' ? withoutWords(origin) : text}
      </blockquote>
      {textNow !== undefined && (
        <p>
          {texts.textNow} <q dir="auto">{textNow}</q>
        </p>
      )}
      {isWithdrawn && <p>{texts.withdrawn}</p>}
      {isOfScribe === true && <p>{texts.ofScribe}</p>}
      {changes.length > 0 && <Changes changes={changes} />}
      {isAnonymous && <p>{changes.length > 0 ? texts.partlyAnonymous : texts.anonymous}</p>}
    </li>
  )
}

function Changes({ changes }: { readonly changes: readonly Change[] }): ReactElement {
  const texts = nlHistory.origin
  const [now] = useState(Date.now)
  return (
    <section className="stip-history__changes">
      <h3>{texts.history}</h3>
      <ul>
        {changes.map((change) => (
          <li key={`${change.what} ${JSON.stringify(change.who)}`}>
            <strong dir="auto">{whoWords(change.who)}</strong> {texts.did[change.what]},{' '}
            {texts.around(timeWords(change.at, now))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function whoWords(who: Change['who']): string {
  const texts = nlHistory.origin
  if (who.kind === 'facilitator') return texts.facilitator
  if (who.kind === 'stip') return texts.stip
  return who.name === '' ? texts.person(who.number) : who.name
}

function withoutWords({ type }: Origin): string {
  const { noWords } = nlHistory.origin
  return type === 'image' || type === 'draw' ? noWords[type] : noWords.other
}
