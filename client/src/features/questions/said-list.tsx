import type { Ballot } from '@stip/api'
import type { TotalsView } from '@stip/workshop'
import type { ReactElement } from 'react'
import { Button } from '../../ui/controls/button.tsx'
import { nlAnswering } from './answering/nl-answering.ts'
import { nlQuestions } from './nl-questions.ts'
import { valueName } from './question-words.ts'

type Said = TotalsView['items'][number]['said'][number]

/** "Ik ook", of who is at the screen. */
export interface AlsoMe {
  readonly said: readonly string[]
  readonly onSay: (id: string, on: boolean) => void
}

interface SaidListProps {
  readonly said: readonly Said[]
  readonly replies: Readonly<Record<string, string>>
  readonly also?: AlsoMe | undefined
  readonly own?: Ballot | undefined
  readonly renderReply?: ((said: Said) => ReactElement) | undefined
}

/** What people wrote, all of it in equal type: sentences beside the statement first, then reasons. */
export function SaidList(props: SaidListProps): ReactElement | null {
  const { said } = props
  if (said.length === 0) return null
  const parts = [
    { title: nlQuestions.ownTitle, said: said.filter(({ as }) => as === 'own') },
    { title: nlQuestions.words, said: said.filter(({ as }) => as === 'words') },
    {
      title: nlQuestions.reasons,
      said: said.filter(({ as }) => as === 'no-because' || as === 'yes-but'),
    },
  ]
  return (
    <>
      {parts.map(
        (part) =>
          part.said.length > 0 && (
            <section key={part.title} className="stip-said">
              <h3 className="stip-said__title">{part.title}</h3>
              <ul>
                {part.said.map((each) => (
                  <li key={each.id}>
                    <Line {...props} each={each} />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  )
}

function Line(props: SaidListProps & { readonly each: Said }): ReactElement {
  const { each, also, own, replies, renderReply } = props
  const { id, text, as } = each
  const isReason = as === 'no-because' || as === 'yes-but'
  const isSaid = also?.said.includes(id) === true
  const reply = replies[id]
  return (
    <>
      <span>
        {isReason && <span className="stip-said__as">{valueName(as)} </span>}
        <bdi>{text}</bdi>
        {each.also > 0 && <span className="stip-said__also"> {nlQuestions.also(each.also)}</span>}
      </span>
      {also !== undefined && !isReason && !isOwn(own, text) && (
        <Button
          size="small"
          isPressed={isSaid}
          aria-label={nlAnswering.alsoMeTo(text)}
          onClick={() => also.onSay(id, !isSaid)}
        >
          {nlAnswering.alsoMe}
        </Button>
      )}
      {renderReply !== undefined && as === 'words'
        ? renderReply(each)
        : reply !== undefined && (
            <p className="stip-said__reply">
              {reply === '' ? nlQuestions.stands : `${nlQuestions.reply}: ${reply}`}
            </p>
          )}
    </>
  )
}

function isOwn(own: Ballot | undefined, text: string): boolean {
  return own?.answers.some((each) => each.reason === text || each.own?.includes(text)) === true
}
