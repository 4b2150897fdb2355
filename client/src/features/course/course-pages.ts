import type { CourseAnswer, CourseEvent } from '@stip/api'

/** One page: the last of all, or of what happened before the event with this number. */
export type AskPage = (before?: number) => Promise<CourseAnswer | undefined>

/** Of so many pages news is fetched; when more happened, what was known before it is left out. */
const MOST_PAGES = 10

/**
 * What is known with all that happened since, without a hole.
 *
 * @returns undefined when a page could not be fetched.
 */
export async function withNews(
  known: CourseAnswer | undefined,
  ask: AskPage,
): Promise<CourseAnswer | undefined> {
  const page = await ask()
  if (page === undefined || known === undefined) return page
  let news = page
  for (let pages = 1; !meet(known, news); pages++) {
    if (pages === MOST_PAGES) return news
    // Each page says where the one before it ends.
    // oxlint-disable-next-line no-await-in-loop
    const earlier = await ask(news.before)
    if (earlier === undefined) return undefined
    news = { events: joined(news.events, earlier.events), before: earlier.before }
  }
  return { events: joined(known.events, news.events), before: known.before }
}

/** What is known with a page of what happened before it. */
export function withEarlier(known: CourseAnswer, page: CourseAnswer): CourseAnswer {
  return { events: joined(known.events, page.events), before: page.before }
}

/** Whether nothing can have happened between the two. */
function meet(known: CourseAnswer, news: CourseAnswer): boolean {
  const first = news.events.at(-1)?.sequence ?? 0
  const last = known.events[0]?.sequence ?? -1
  return news.before === undefined || first <= last + 1
}

/** Both, each event once, the last first. */
function joined(known: readonly CourseEvent[], page: readonly CourseEvent[]): CourseEvent[] {
  const all = new Map([...known, ...page].map((event) => [event.sequence, event]))
  return [...all.values()].toSorted((a, b) => b.sequence - a.sequence)
}
