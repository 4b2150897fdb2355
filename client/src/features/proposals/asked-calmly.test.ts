import type { ProposalsAnswer } from '@stip/api'
import { setImmediate as later } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../live/requests/ask.ts'
import { AskedCalmly } from './asked-calmly.ts'
import type { AskedState } from './asked-calmly.ts'

const answer: ProposalsAnswer = { pairs: [], opposites: [], suggestions: {}, clusters: [] }
const problem = { code: 'STIP_PROPOSALS', message: 'Dat lukte niet.' }

/** A reader of which the test gives the answers and lets the time go by. */
function aReader() {
  const states: AskedState<ProposalsAnswer>[] = []
  const open: ((answer: Answer<ProposalsAnswer>) => void)[] = []
  let waiting: { readonly ms: number; readonly act: () => void } | undefined
  let asked = 0
  const reader = new AskedCalmly<ProposalsAnswer>({
    ask: () => {
      asked++
      return new Promise((resolve) => open.push(resolve))
    },
    wait: (ms, act) => {
      waiting = { ms, act }
      return () => (waiting = undefined)
    },
    tell: (state) => states.push(state),
  })
  return {
    reader,
    state: () => states.at(-1),
    asked: () => asked,
    waits: () => waiting?.ms,
    pass: () => {
      const due = waiting
      waiting = undefined
      due?.act()
    },
    answers: async (given: Answer<ProposalsAnswer>) => {
      open.shift()?.(given)
      await later()
    },
  }
}

describe('what is asked calmly', () => {
  it('asks at once, and again calmly when cards changed', async () => {
    const { reader, state, asked, waits, pass, answers } = aReader()
    reader.changed(undefined)
    expect(waits()).toBeUndefined()
    reader.changed('one')
    expect(waits()).toBe(0)
    pass()
    await answers({ ok: true, value: answer })
    expect(state()).toMatchObject({ value: answer, isLoading: false })
    reader.changed('one')
    expect(waits()).toBeUndefined()
    reader.changed('two')
    reader.changed('three')
    expect(waits()).toBeGreaterThan(500)
    expect(state()).toMatchObject({ value: answer, isLoading: true })
    pass()
    expect(asked()).toBe(2)
  })

  it('asks one thing at a time, and once more when cards changed meanwhile', async () => {
    const { reader, state, asked, pass, answers } = aReader()
    reader.changed('one')
    pass()
    reader.changed('two')
    pass()
    expect(asked()).toBe(1)
    await answers({ ok: true, value: answer })
    expect(state()?.isLoading).toBe(true)
    pass()
    expect(asked()).toBe(2)
    await answers({ ok: true, value: answer })
    expect(state()?.isLoading).toBe(false)
  })

  it('keeps what it knew when it is not answered, says why, and asks again', async () => {
    const { reader, state, asked, waits, pass, answers } = aReader()
    reader.changed('one')
    pass()
    await answers({ ok: true, value: answer })
    reader.changed('two')
    pass()
    await answers({ ok: false, status: 503, problem })
    expect(state()).toEqual({ value: answer, isLoading: false, problem })
    expect(waits()).toBeGreaterThan(5_000)
    reader.again()
    expect(waits()).toBe(0)
    pass()
    await answers({ ok: true, value: answer })
    expect(state()?.problem).toBeUndefined()
    expect(asked()).toBe(3)
  })

  it('tells nothing any more once it is closed', async () => {
    const { reader, state, pass, answers } = aReader()
    reader.changed('one')
    pass()
    const before = state()
    reader.close()
    await answers({ ok: true, value: answer })
    expect(state()).toBe(before)
  })
})
