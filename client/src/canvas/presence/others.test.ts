import { expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Others } from './others.ts'

const anna = { user: { name: 'Anna', color: '#0B5C6B' }, pointer: { x: 1, y: 2 } }

it('knows who is here, what they have chosen and where they point', () => {
  const { others, tell } = aBoard()
  tell({ ...anna, selected: ['shape:a'] })
  const [somebody] = others.people.get()
  expect(somebody).toMatchObject({ name: 'Anna', color: '#0B5C6B' })
  expect(others.choices.get()).toEqual([
    { id: somebody?.id, color: '#0B5C6B', shapes: ['shape:a'] },
  ])
  expect([...others.all]).toMatchObject([{ pointer: { x: 1, y: 2 } }])
})

it('changes nothing but the place while somebody only points', () => {
  const { others, tell } = aBoard()
  tell({ ...anna, selected: ['shape:a'] })
  const [people, choices] = [others.people.get(), others.choices.get()]
  let told = 0
  others.subscribe(() => told++)
  tell({ ...anna, pointer: { x: 5, y: 6 }, selected: ['shape:a'] })
  expect([...others.all]).toMatchObject([{ pointer: { x: 5, y: 6 } }])
  expect(told).toBe(1)
  expect(others.people.get()).toBe(people)
  expect(others.choices.get()).toBe(choices)
})

it('knows nobody whom the server did not stamp, nor who says nothing', () => {
  const { others, tell } = aBoard()
  tell({ pointer: { x: 1, y: 2 } })
  expect([...others.all]).toEqual([])
  tell({ user: anna.user })
  expect([...others.all]).toEqual([])
})

it('forgets who leaves', () => {
  const { others, tell, leave } = aBoard()
  tell({ ...anna, selected: ['shape:a'] })
  leave()
  expect([others.people.get(), others.choices.get(), [...others.all]]).toEqual([[], [], []])
})

it('sees nobody any more once it is stopped', () => {
  const { others, tell, stop } = aBoard()
  stop()
  tell(anna)
  expect([...others.all]).toEqual([])
})

/** A board with somebody else on it; every change is a frame. */
function aBoard(): {
  readonly others: Others
  readonly tell: (state: Record<string, unknown>) => void
  readonly leave: () => void
  readonly stop: () => void
} {
  const [here, there] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())]
  const others = new Others(here, (work) => ({ request: work, stop: () => undefined }))
  const stop = others.start()
  const pass = (): void => {
    applyAwarenessUpdate(here, encodeAwarenessUpdate(there, [there.clientID]), 'line')
  }
  return {
    others,
    tell: (state) => {
      there.setLocalState(state)
      pass()
    },
    leave: () => {
      there.setLocalState(null)
      pass()
    },
    stop,
  }
}
