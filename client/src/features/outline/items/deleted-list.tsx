import { wordsOn } from '@stip/board'
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import type { ReactElement } from 'react'
import { nlOutlineLater } from '../../../texts/board/nl-outline-later.ts'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { Button } from '../../../ui/controls/button.tsx'
import { useOutlineTools } from '../outline-context.ts'

const listed: ReadonlySet<string> = new Set(['note', 'text', 'geo', 'image', 'frame'])

/** What people took away, for anybody to bring back. */
export function DeletedList(): ReactElement | null {
  const { desk, moment, mayWrite, say } = useOutlineTools()
  const gone = moment.gone
    .filter(({ typeName, type }) => typeName === 'shape' && listed.has(type))
    .map((record) => ({
      id: record.id,
      words: wordsOn(record).trim(),
      isPicture: record.type === 'image',
    }))
    .filter(({ words, isPicture }) => words !== '' || isPicture)
    .toSorted((one, other) => one.words.localeCompare(other.words, 'nl'))
  if (gone.length === 0) return null
  return (
    <details className="stip-outline__deleted">
      <summary>{nlOutlineLater.deleted.title(gone.length)}</summary>
      <ul className="stip-outline__items">
        {gone.map(({ id, words, isPicture }) => {
          const name = isPicture && words === '' ? nlOutline.picture : nlOutline.quoted(words)
          return (
            <li key={id} className="stip-outline__item" data-item={id}>
              <p className="stip-outline__words" dir="auto">
                {name}
              </p>
              {mayWrite && (
                <div className="stip-outline__actions">
                  <Button
                    kind="subtle"
                    size="small"
                    icon={<IconArrowBackUp size={18} aria-hidden="true" />}
                    aria-label={`${nlOutlineLater.deleted.putBack}: ${name}`}
                    onClick={() => {
                      desk.putBack(id)
                      say(nlOutlineLater.deleted.done(name))
                    }}
                  >
                    {nlOutlineLater.deleted.putBack}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
