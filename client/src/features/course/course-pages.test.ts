import type { CourseAnswer, CourseEvent } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { withEarlier, withNews } from './course-pages.ts'

describe('[P22] the course of a session, a page at a time', () => {
  it('goes along with what happens, however much that is', async () => {
    const known = await withNews(undefined, course(12))
    const news = await withNews(known, course(450))
    expect(numbers(news)).toEqual(downFrom(450, 450))
    expect(news?.before).toBeUndefined()
  })

  it('begins at the last page, when more happened than one reads', async () => {
    const known = await withNews(undefined, course(12))
    const news = await withNews(known, course(5_000))
    expect(numbers(news)).toEqual(downFrom(5_000, 1_000))
    expect(news?.before).toBe(4_001)
  })

  it('keeps its way to what happened before', async () => {
    const known = await withNews(undefined, course(250))
    expect(known?.before).toBe(151)
    const news = await withNews(known, course(260))
    expect([numbers(news).length, news?.before]).toEqual([110, 151])
    const more = withEarlier(news!, (await course(260)(news!.before))!)
    expect([numbers(more).length, more.before]).toEqual([210, 51])
  })

  it('says when a page could not be fetched', async () => {
    const known = await withNews(undefined, course(12))
    expect(await withNews(known, async () => undefined)).toBeUndefined()
    const ask = course(450)
    const failsOnce = async (before?: number) => (before === undefined ? ask() : undefined)
    expect(await withNews(known, failsOnce)).toBeUndefined()
  })
})

/** A session in which so much happened, in pages of a hundred. */
function course(count: number) {
  return async (before = count + 1): Promise<CourseAnswer | undefined> => {
    const first = Math.max(1, before - 100)
    const sequences = downFrom(before - 1, before - first)
    const events = sequences.map((sequence) => ({ sequence }) as CourseEvent)
    return first > 1 ? { events, before: first } : { events }
  }
}

function numbers(answer: CourseAnswer | undefined): readonly number[] {
  return (answer?.events ?? []).map(({ sequence }) => sequence)
}

function downFrom(last: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => last - place)
}
