import type { CollectNewsAnswer } from '@stip/api'
import { setImmediate as later } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Answer } from '../../live/requests/ask.ts'
import { nlCollectNews } from './nl-collect-news.ts'
import { NewsReader } from './news-reader.ts'

const nothing = { added: 0, updated: 0, withdrawn: 0, kept: 0, hasDrawn: false }
const answer = { groups: [{ ...nothing, groupId: 'b', added: 2 }] }
const problem = { code: 'STIP_BUSY', message: 'Dat lukte niet.' }

it('asks at once and then again and again, calmer when it was not answered', async () => {
  const { tell, pass, waits, answers, asked } = aReader()
  await answers({ ok: true, value: answer })
  expect(tell).toEqual([answer.groups])
  expect(waits()).toBe(3_000)
  pass()
  expect(asked()).toBe(2)
  await answers({ ok: false, status: 503, problem })
  expect(tell).toHaveLength(1)
  expect(waits()).toBe(15_000)
})

it('asks nothing while nobody sees it, and tells nothing once it is closed', async () => {
  const { reader, tell, pass, answers, asked, see } = aReader()
  await answers({ ok: true, value: answer })
  see(false)
  pass()
  expect(asked()).toBe(1)
  see(true)
  pass()
  expect(asked()).toBe(2)
  reader.close()
  await answers({ ok: true, value: answer })
  expect(tell).toHaveLength(1)
})

it('says what a group made in few words', () => {
  expect(nlCollectNews.of({ ...nothing, added: 2, updated: 1, withdrawn: 1 })).toBe(
    '2 nieuw, 1 veranderd, 1 ingetrokken',
  )
  expect(nlCollectNews.of({ ...nothing, kept: 1, hasDrawn: true })).toBe(
    '1 ook hier veranderd, tekening veranderd',
  )
  expect(nlCollectNews.of(nothing)).toBe('')
})

/** A reader of which the test gives the answers and lets the time go by. */
function aReader() {
  const tell: CollectNewsAnswer['groups'][] = []
  const open: ((answer: Answer<CollectNewsAnswer>) => void)[] = []
  let waiting: { readonly ms: number; readonly act: () => void } | undefined
  let [asked, isSeen] = [0, true]
  const reader = new NewsReader({
    ask: () => {
      asked += 1
      return new Promise((resolve) => open.push(resolve))
    },
    wait: (ms, act) => {
      waiting = { ms, act }
      return () => (waiting = undefined)
    },
    isSeen: () => isSeen,
    tell: (news) => tell.push(news),
  })
  return {
    reader,
    tell,
    asked: () => asked,
    see: (seen: boolean) => (isSeen = seen),
    waits: () => waiting?.ms,
    pass: () => {
      const due = waiting
      waiting = undefined
      due?.act()
    },
    answers: async (given: Answer<CollectNewsAnswer>) => {
      open.shift()?.(given)
      await later()
    },
  }
}
