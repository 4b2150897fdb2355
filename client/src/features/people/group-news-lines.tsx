import { type ReactElement, useEffect, useRef, useState } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { personName } from '../../ui/marks/person-name.ts'
import type { Parts } from '../../ui/showing.ts'
import { type GroupNews, groupNews } from './group-news.ts'

/** Who came in late and who changed group, until the facilitator has seen it. */
export function GroupNewsLines({
  view,
}: {
  readonly view: Parts<'people' | 'groups' | 'groupsMade'>
}): ReactElement {
  const [news, setNews] = useState<readonly GroupNews[]>([])
  const before = useRef(view)
  useEffect(() => {
    const earlier = before.current
    before.current = view
    setNews((told) => groupNews(told, earlier, view))
  }, [view])
  const texts = nlConsole.people.news
  const lines = news.flatMap(({ personId, kind, letter }) => {
    const person = view.people?.find(({ id }) => id === personId)
    return person === undefined ? [] : [{ personId, text: texts[kind](personName(person), letter) }]
  })
  return (
    <output className="stip-people__news">
      {lines.map(({ personId, text }) => (
        <p key={personId} dir="auto">
          {text}
        </p>
      ))}
      {lines.length > 0 && (
        <Button size="small" kind="subtle" onClick={() => setNews([])}>
          {texts.seen}
        </Button>
      )}
    </output>
  )
}
