import type { SessionView } from '@stip/api'
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs'
import type { ReactElement } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { GroupBadge } from '../../ui/marks/group-badge.tsx'
import { nlCollectNews } from './nl-collect-news.ts'
import { useCollectNews } from './use-collect-news.ts'
import './news-line.css'

export interface NewsLineProps {
  readonly view: Pick<SessionView, 'id' | 'groups' | 'merge' | 'position' | 'groupsFrozen'>
  /** It is being taken over now. */
  readonly isBusy: boolean
  readonly onTake: () => void
  /** Keeps groups from writing on their boards, or lets them again. */
  readonly onFreeze: (on: boolean) => void
}

const frozen = nlConsole.merge

/** What each group made since the vision collected, and the press that brings it there; nothing when there is none. */
export function NewsLine({ view, isBusy, onTake, onFreeze }: NewsLineProps): ReactElement {
  const { count, lastAt } = view.merge
  const news = useCollectNews(view.id, `${count} ${lastAt ?? ''} ${view.position}`)
  const groups = view.groups.flatMap((group) => {
    const found = news.find(({ groupId }) => groupId === group.id)
    const said = found === undefined ? '' : nlCollectNews.of(found)
    return said === '' ? [] : [{ ...group, said }]
  })
  const isFrozen = view.groupsFrozen === true
  const isNews = groups.length > 0
  return (
    <section
      className={isNews || isFrozen ? 'stip-news-line' : undefined}
      aria-label={nlCollectNews.title}
    >
      <output>
        {isFrozen && <span className="stip-news-line__title">{frozen.frozen}</span>}
        {isNews && (
          <>
            <span className="stip-news-line__title">{nlCollectNews.title}:</span>
            {groups.map(({ id, letter, said }) => (
              <span key={id} className="stip-news-line__group">
                <GroupBadge letter={letter} size="small" />
                <span>{said}</span>
              </span>
            ))}
          </>
        )}
      </output>
      {(isFrozen || isNews) && (
        <Button
          size="small"
          kind={isFrozen ? 'secondary' : 'subtle'}
          title={isFrozen ? undefined : frozen.freezeLong}
          onClick={() => onFreeze(!isFrozen)}
        >
          {isFrozen ? frozen.unfreeze : frozen.freeze}
        </Button>
      )}
      {isNews && (
        <Button
          size="small"
          isBusy={isBusy}
          title={nlCollectNews.takeLong}
          icon={<IconDownload size={18} aria-hidden="true" />}
          onClick={onTake}
        >
          {isBusy ? nlCollectNews.taking : nlCollectNews.take}
        </Button>
      )}
    </section>
  )
}
