import type { Ballot, SessionView } from '@stip/api'
import type { TotalsView } from '@stip/workshop'
import { valuesOf } from '@stip/workshop'
import type { ReactElement } from 'react'
import { GroupBadge } from '../../ui/marks/group-badge.tsx'
import { nlQuestions } from './nl-questions.ts'
import { type Asked, isItsOwnTitle, valueName } from './question-words.ts'
import { type AlsoMe, SaidList } from './said-list.tsx'
import './results.css'

type ItemTotals = TotalsView['items'][number]
type Counts = ItemTotals['counts']

interface ResultsProps {
  readonly question: Asked
  readonly totals: TotalsView
  readonly groups: SessionView['groups']
  /** What is asked about stands above it already. */
  readonly hidesText?: boolean
  /** Of who may say "Ik ook". */
  readonly also?: AlsoMe
  /** What somebody wrote is not theirs to say "Ik ook" to. */
  readonly own?: Ballot
  /** How much of what was written: on a wall that is read from far, less. */
  readonly words?: 'all' | 'own' | 'none'
  /** In place of how critiques are told usually. */
  readonly renderReply?: (said: ItemTotals['said'][number]) => ReactElement
}

/** What the answers come to: a table of numbers with a bar beside each, and what was written. */
export function Results(props: ResultsProps): ReactElement {
  const { question, totals, groups, hidesText = false, also, own, renderReply } = props
  const { words = 'all' } = props
  const isWritten = ({ as }: ItemTotals['said'][number]): boolean =>
    words === 'all' || (words === 'own' && as === 'own')
  const texts = question.items.flatMap((item) => {
    const ofItem = totals.items.find(({ id }) => id === item.id)
    return ofItem === undefined ? [] : [{ item, ofItem }]
  })
  const most = Math.max(1, ...texts.map(({ ofItem }) => ofItem.counts['dots'] ?? 0))
  return (
    <ol className="stip-results" aria-label={nlQuestions.result}>
      {texts.map(({ item, ofItem }) => (
        <li key={item.id}>
          {!hidesText && !isItsOwnTitle(question) && (
            <p className="stip-results__text" dir="auto">
              {item.text}
            </p>
          )}
          <CountsTable question={question} totals={ofItem} text={item.text} most={most} />
          {/* Of one group it is what stands above. */}
          {ofItem.byGroup !== undefined && ofItem.byGroup.length > 1 && (
            <Split
              rows={ofItem.byGroup.map(({ groupId, counts }) => ({
                name: groups.find(({ id }) => id === groupId)?.letter ?? '',
                isGroup: true,
                counts,
              }))}
              question={question}
            />
          )}
          {ofItem.byRole !== undefined && (
            <Split
              rows={[
                ...ofItem.byRole.roles.map(({ role, counts }) => ({
                  name: nlQuestions.roles[role] ?? role,
                  isGroup: false,
                  counts,
                })),
                ...(ofItem.byRole.others === undefined
                  ? []
                  : [{ name: nlQuestions.others, isGroup: false, counts: ofItem.byRole.others }]),
              ]}
              question={question}
            />
          )}
          <SaidList
            said={ofItem.said.filter(isWritten)}
            replies={question.replies ?? {}}
            also={also}
            own={own}
            renderReply={renderReply}
          />
        </li>
      ))}
    </ol>
  )
}

interface CountsTableProps {
  readonly question: Asked
  readonly totals: ItemTotals
  readonly text: string
  /** The most dots on anything. */
  readonly most: number
}

function CountsTable({ question, totals, text, most }: CountsTableProps): ReactElement | null {
  const { kind } = question
  if (kind === 'words') return null
  if (kind === 'five-points') return <ScaleTable totals={totals} text={text} />
  const values = kind === 'dots' ? ['dots'] : valuesOf[kind]
  const all = kind === 'dots' ? most : Math.max(1, totals.answered)
  return (
    <table className="stip-results__counts">
      <caption className="stip-hidden" dir="auto">
        {text}
      </caption>
      <tbody>
        {values.map((value) => {
          const count = totals.counts[value] ?? 0
          return (
            <tr key={value}>
              <th scope="row">{kind === 'dots' ? nlQuestions.dotsName : valueName(value)}</th>
              <td className="stip-results__number">{count}</td>
              <td className="stip-results__track" aria-hidden="true">
                <span
                  className={`stip-results__bar stip-results__bar--${value}`}
                  style={{ inlineSize: `${(100 * count) / all}%` }}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Numbers side by side, as they are on a scale, with a bar above each. */
function ScaleTable({ totals, text }: Pick<CountsTableProps, 'totals' | 'text'>): ReactElement {
  const values = valuesOf['five-points']
  const most = Math.max(1, ...values.map((value) => totals.counts[value] ?? 0))
  return (
    <table className="stip-results__scale">
      <caption className="stip-hidden" dir="auto">
        {text}
      </caption>
      <thead>
        <tr>
          {values.map((value) => (
            <th key={value} scope="col">
              {value === 'unknown' ? nlQuestions.unknownShort : value}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {values.map((value) => {
            const count = totals.counts[value] ?? 0
            return (
              <td key={value}>
                <span className="stip-results__column" aria-hidden="true">
                  <span
                    className={`stip-results__pillar stip-results__pillar--${value}`}
                    style={{ blockSize: `${(100 * count) / most}%` }}
                  />
                </span>
                {count}
              </td>
            )
          })}
        </tr>
      </tbody>
    </table>
  )
}

interface SplitProps {
  readonly question: Asked
  readonly rows: readonly {
    readonly name: string
    readonly isGroup: boolean
    readonly counts: Counts
  }[]
}

function Split({ question, rows }: SplitProps): ReactElement | null {
  if (rows.length === 0 || question.kind === 'dots' || question.kind === 'words') return null
  const values = valuesOf[question.kind]
  return (
    <table className="stip-results__split">
      <thead>
        <tr>
          <th scope="col">
            <span className="stip-hidden">
              {rows[0]?.isGroup === true ? nlQuestions.group : nlQuestions.role}
            </span>
          </th>
          {values.map((value) => (
            <th key={value} scope="col">
              {valueName(value)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, isGroup, counts }) => (
          <tr key={name}>
            <th scope="row">{isGroup ? <GroupBadge letter={name} size="small" /> : name}</th>
            {values.map((value) => (
              <td key={value}>{counts[value] ?? 0}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
