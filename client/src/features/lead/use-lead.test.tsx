// @vitest-environment jsdom
import type { ClientCommand, CommandAnswer, SessionView } from '@stip/api'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { type Lead, useLead } from './use-lead.ts'

const { sent } = vi.hoisted(() => ({
  sent: [] as { command: unknown; answer: (answer: unknown) => void }[],
}))

vi.mock('../../live/commands/use-commands.ts', () => ({
  useCommands: (shown: SessionView) => ({
    shown,
    send: (command: ClientCommand) =>
      new Promise((answer) => {
        sent.push({ command, answer })
      }),
  }),
}))

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  sent.length = 0
})

it('takes back what was pressed last and never what was pressed before it, answered or not', async () => {
  const { lead, press, answers } = await aLead()
  await press({ type: 'stack-cards', cards: ['shape:a', 'shape:b'] })
  await answers({ revision: 1, arrangement: 1 })
  expect(lead().undo?.command).toEqual({ type: 'undo-arrangement', number: 1 })
  await press({ type: 'split-stack', cards: ['shape:a'] })
  // It is on the screen already, and has no number yet.
  expect(lead().undo).toBeUndefined()
  await act(async () => lead().takeBack())
  expect(sent).toHaveLength(2)
  await answers({ revision: 2, arrangement: 2 })
  await act(async () => lead().takeBack())
  expect(sent.at(-1)?.command).toEqual({ type: 'undo-arrangement', number: 2 })
})

async function aLead() {
  const place = document.createElement('div')
  const root = createRoot(place)
  onTestFinished(() => act(() => root.unmount()))
  const seen: Lead[] = []
  const view = { merge: { count: 0 } } as SessionView
  function Leads(): null {
    seen.push(useLead(view, 0))
    return null
  }
  await act(async () => root.render(<Leads />))
  const lead = (): Lead => seen.at(-1) as Lead
  return {
    lead,
    press: (command: ClientCommand) => act(async () => lead().run(command)),
    answers: (answer: CommandAnswer) => act(async () => sent.at(-1)?.answer(answer)),
  }
}
