import IconLayoutBoard from '@tabler/icons-react/dist/esm/icons/IconLayoutBoard.mjs'
import IconLayoutColumns from '@tabler/icons-react/dist/esm/icons/IconLayoutColumns.mjs'
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs'
import type { ReactElement } from 'react'
import { nlOutline } from '../../texts/board/nl-outline.ts'
import type { BoardView, BoardViewChoice } from './board-view.ts'
import './view-switch.css'

const icons: Readonly<Record<BoardView, typeof IconList>> = {
  board: IconLayoutBoard,
  list: IconList,
  both: IconLayoutColumns,
}

/** Drawn, in words, or both: one press each. */
export function ViewSwitch({ choice }: { readonly choice: BoardViewChoice }): ReactElement {
  return (
    <fieldset className="stip-view-switch" aria-label={nlOutline.view.label}>
      {choice.views.map((view) => {
        const Icon = icons[view]
        return (
          <button
            key={view}
            type="button"
            className="stip-view-switch__choice"
            title={nlOutline.view[view]}
            aria-pressed={view === choice.view}
            onClick={() => choice.choose(view)}
          >
            <Icon size={18} aria-hidden="true" />
            <span>{nlOutline.view[view]}</span>
          </button>
        )
      })}
    </fieldset>
  )
}
