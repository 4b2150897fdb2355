import { useEffect, useState } from 'react'
import { collectNewsApi } from '../../live/api/collect-news-api.ts'
import { NewsReader } from './news-reader.ts'
import type { CollectNews } from './news-reader.ts'

/**
 * Follows what groups made since the vision last collected.
 *
 * @param since - Other when the vision collected again: then what was told before is old.
 */
export function useCollectNews(sessionId: string, since: string): CollectNews {
  const [told, setTold] = useState<{ readonly since: string; readonly news: CollectNews }>()
  useEffect(() => {
    const reader = new NewsReader({
      ask: () => collectNewsApi.news(sessionId),
      wait: (ms, then) => {
        const timer = setTimeout(then, ms)
        return () => clearTimeout(timer)
      },
      isSeen: () => document.visibilityState === 'visible',
      tell: (news) => setTold({ since, news }),
    })
    return () => reader.close()
  }, [sessionId, since])
  return told?.since === since ? told.news : none
}

const none: CollectNews = []
