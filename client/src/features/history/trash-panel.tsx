import type { Role } from '@stip/api'
import type { BoardId, SessionId } from '@stip/primitives'
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import { type ReactElement, useRef, useState } from 'react'
import { nlHistory } from '../../texts/console/nl-history.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { Head, Waiting } from './panel-parts.tsx'
import { trashName } from './trash.ts'
import type { TrashItem } from './trash.ts'
import { useTrash } from './use-trash.ts'
import './history.css'

interface TrashPanelProps {
  readonly sessionId: SessionId
  readonly boardId: BoardId
  readonly as: Role
  readonly mayWrite: boolean
  readonly onClose: () => void
}

/** Prullenbak: what anybody deleted on this board, for whoever may write here to bring back. */
export function TrashPanel(props: TrashPanelProps): ReactElement {
  const { sessionId, boardId, as, mayWrite, onClose } = props
  const texts = nlHistory.trash
  const { items, putBack, undo } = useTrash({ sessionId, boardId, role: as })
  const [last, setLast] = useState<{ readonly name: string; readonly isUndone: boolean }>()
  const hint = useRef<HTMLParagraphElement>(null)
  const bringBack = (item: TrashItem): void => {
    putBack(item.id)
    setLast({ name: trashName(item), isUndone: false })
    // The button that was pressed goes away with its line.
    hint.current?.focus()
  }
  return (
    <Sheet label={texts.title} onClose={onClose}>
      <Head title={texts.title} onClose={onClose} />
      <p ref={hint} tabIndex={-1} className="stip-history__hint">
        {mayWrite ? texts.hint : texts.readOnly}
      </p>
      <div className="stip-history__last">
        <output>
          {last !== undefined && (last.isUndone ? texts.undone(last.name) : texts.done(last.name))}
        </output>
        {last !== undefined && !last.isUndone && (
          <Button
            kind="subtle"
            size="small"
            icon={<IconArrowBackUp size={18} aria-hidden="true" />}
            onClick={() => {
              undo()
              setLast({ ...last, isUndone: true })
              hint.current?.focus()
            }}
          >
            {texts.undo}
          </Button>
        )}
      </div>
      {items === undefined && <Waiting />}
      {items?.length === 0 && <p>{texts.empty}</p>}
      {items !== undefined && items.length > 0 && (
        <ul className="stip-history__trash">
          {items.map((item) => (
            <li key={item.id} className="stip-history__gone">
              <span className="stip-history__kind">{item.kind}</span>
              <p className={item.words === '' ? 'stip-history__no-words' : ''} dir="auto">
                {item.words === '' ? texts.emptyOf(item.kind) : item.words}
              </p>
              {mayWrite && (
                <Button
                  size="small"
                  aria-label={`${texts.putBack}: ${trashName(item)}`}
                  onClick={() => bringBack(item)}
                >
                  {texts.putBack}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
