import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { groupNews } from './group-news.ts'

describe('what the console says of groups', () => {
  it('says who came in late, and into which group', () => {
    const before = aView({ anna: 'a' })
    const after = aView({ anna: 'a', bram: 'b' })
    expect(groupNews([], before, after)).toEqual([{ personId: 'bram', kind: 'late', letter: 'B' }])
  })

  it('says who got another group, in place of what it said before', () => {
    const late = [{ personId: 'bram', kind: 'late', letter: 'B' }] as const
    const news = groupNews(late, aView({ bram: 'b' }), aView({ bram: 'c' }))
    expect(news).toEqual([{ personId: 'bram', kind: 'moved', letter: 'C' }])
  })

  it('says nothing of a whole new mix, of screens, and before there are groups', () => {
    const names = ['anna', 'bram', 'cato', 'dirk', 'eva', 'fay']
    const all = (group: string) => aView(Object.fromEntries(names.map((name) => [name, group])))
    expect(groupNews([], all('a'), all('b'))).toEqual([])
    expect(groupNews([], aView({}), aView({ screen: 'a' }))).toEqual([])
    const waiting = { ...aView({}), groupsMade: false }
    expect(groupNews([], waiting, aView({ anna: 'a' }))).toEqual([])
  })
})

function aView(seats: Readonly<Record<string, string>>): SessionView {
  return {
    groupsMade: true,
    groups: ['a', 'b', 'c'].map((id) => ({ id, letter: id.toUpperCase() })),
    people: Object.entries(seats).map(([id, groupId]) => ({
      id,
      groupId,
      hasLeft: false,
      ...(id === 'screen' && { isScreen: true }),
    })),
  } as unknown as SessionView
}
