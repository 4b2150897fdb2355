import type { AgendaTexts, PersonView, StepView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { pollEveryMs } from '../reconnect.ts'
import { aView, aWorld, gone, settled, told } from './test/a-feed-world.ts'

const numbers = (revision: number) => ({ revision, sessionRevision: revision, now: 1000 })

describe('a screen that is told parts', () => {
  it('puts them together, and keeps what did not change the same', async () => {
    const world = aWorld()
    await world.start()
    const current = { boardId: 'bord' }
    world.tell({ type: 'parts', ...numbers(2), set: { title: 'Nieuw', current } })
    const before = world.feed.state.view
    expect(before).toMatchObject({ id: 'avond', title: 'Nieuw', current, revision: 2 })
    world.tell({ type: 'parts', ...numbers(3), set: { title: 'Nieuwer' } })
    expect(world.feed.state.view?.current).toBe(before?.current)
  })

  it('[F11] keeps every part the same that did not change, also when it is told all anew', async () => {
    const world = aWorld()
    const steps = ['a', 'b'].map((id) => ({ id, title: id }) as AgendaTexts['steps'][number])
    const zones = [{ id: 'b', zones: [{ id: 'z' }] as StepView['zones'] }]
    const people = ['Anna', 'Bram'].map((name) => ({ id: name, name }) as PersonView)
    const texts = { agendaTitle: 'Avond', agendaMinutes: 1, backgrounds: [], steps }
    world.texts = { ok: true, value: texts }
    await world.start()
    const all = () => ({ ...told(aView(2)).set, zones, people: structuredClone(people) })
    world.tell({ type: 'parts', key: 'k', ...numbers(2), set: all() })
    const before = world.feed.state.view
    world.tell({ type: 'parts', ...numbers(3), set: { current: { boardId: 'bord' } } })
    expect(world.feed.state.view?.steps).toBe(before?.steps)
    world.tell({ type: 'parts', key: 'other', ...numbers(4), set: { ...all(), title: 'Nieuw' } })
    const after = world.feed.state.view
    expect(after).toMatchObject({ title: 'Nieuw', revision: 4 })
    expect(after?.steps).toBe(before?.steps)
    expect(after?.people).toBe(before?.people)
    const changed = [{ id: 'b', zones: [] }]
    world.tell({ type: 'parts', ...numbers(5), set: { zones: changed } })
    expect(world.feed.state.view?.steps[0]).toBe(before?.steps[0])
    expect(world.feed.state.view?.steps[1]).toMatchObject({ id: 'b', zones: [] })
  })

  it('changes one item of a list and leaves the others', async () => {
    const world = aWorld()
    await world.start()
    const people = ['Anna', 'Bram', 'Cato'].map((name) => ({ id: name, name }) as PersonView)
    world.tell({ type: 'parts', ...numbers(2), set: { people } })
    const [anna] = world.feed.state.view?.people ?? []
    const bram = { id: 'Bram', name: 'Bram B.' } as PersonView
    const dirk = { id: 'Dirk', name: 'Dirk' } as PersonView
    world.tell({ type: 'parts', ...numbers(3), items: { people: ['Cato', bram, dirk] } })
    const after = world.feed.state.view?.people
    expect(after?.map(({ name }) => name)).toEqual(['Anna', 'Bram B.', 'Dirk'])
    expect(after?.[0]).toBe(anna)
  })

  it('shows together what belongs together', async () => {
    const world = aWorld()
    await world.start()
    world.tell({ type: 'parts', ...numbers(2), more: true, set: { me: { role: 'wall' } } })
    expect(world.feed.state.view?.me).toBeUndefined()
    world.tell({ type: 'parts', set: { title: 'Nieuw' } })
    expect(world.feed.state.view).toMatchObject({ title: 'Nieuw', me: { role: 'wall' } })
  })

  it('forgets what is no more, and everything when it is told all anew', async () => {
    const world = aWorld()
    await world.start()
    world.tell({ type: 'parts', ...numbers(2), set: { spotlight: 'bord', title: 'Oud' } })
    world.tell({ type: 'parts', ...numbers(3), set: { spotlight: null } })
    expect(world.feed.state.view).toMatchObject({ spotlight: undefined, title: 'Oud' })
    world.say(aView(4))
    expect(world.feed.state.view).not.toHaveProperty('title')
  })

  it('says what it has when it asks and when it opens a line', async () => {
    const world = aWorld()
    await world.start()
    expect(world.has()).toEqual({ asking: '', opening: 'k~1' })
    world.tell({ type: 'parts', ...numbers(7), set: { title: 'Nieuw' } })
    world.messages = [{ type: 'parts', ...numbers(9) }]
    await world.feed.refresh()
    expect(world.has().asking).toBe('k~7')
    expect(world.feed.state.view).toMatchObject({ title: 'Nieuw', revision: 9 })
  })

  it('passes over an answer of before what the line told since', async () => {
    const world = aWorld()
    await world.start()
    world.say(aView(5))
    const late = world.hold()
    world.messages = [{ type: 'parts', ...numbers(6), set: { title: 'Oud' } }]
    const asking = world.feed.refresh()
    world.tell({ type: 'parts', ...numbers(7), set: { title: 'Nieuw' } })
    late(aView(6))
    await asking
    expect(world.feed.state.view).toMatchObject({ title: 'Nieuw', revision: 7 })
  })

  it('passes over what goes on from something that it does not have', async () => {
    const world = aWorld(gone)
    await world.start()
    world.tell({ type: 'parts', ...numbers(2), set: { title: 'Los' } })
    expect(world.feed.state.view).toBeUndefined()
  })
})

describe('the texts of an agenda', () => {
  it('come once, and again only when they are others', async () => {
    const world = aWorld()
    await world.start()
    world.say(aView(2))
    world.messages = [{ ...told(aView(3)), set: { ...told(aView(3)).set, agenda: 'others' } }]
    expect(world.textsAsked()).toBe(1)
    await world.feed.refresh()
    expect(world.textsAsked()).toBe(2)
    expect(world.feed.state.view?.revision).toBe(3)
  })

  it('are asked for until they come, and nothing is shown without them', async () => {
    const world = aWorld()
    const { texts } = world
    world.texts = gone
    await world.start()
    expect(world.feed.state).toMatchObject({ connection: 'offline', view: undefined })
    world.say(aView(2))
    await settled()
    expect(world.feed.state.view).toBeUndefined()
    world.texts = texts
    world.messages = [{ type: 'parts', ...numbers(2) }]
    await world.pass(pollEveryMs)
    expect(world.feed.state.view?.revision).toBe(2)
    world.say(aView(3))
    expect(world.feed.state).toMatchObject({ connection: 'live', view: { revision: 3 } })
  })
})
