import { expect, it, onTestFinished, vi } from 'vitest'
import type { Session } from '@stip/workshop'
import { aCrowd } from '../test/a-crowd.ts'
import { eventually } from '../test/eventually.ts'
import { MemoryFacts } from '../test/memory/memory-small-stores.ts'
import { SessionFeeds } from './session-feeds.ts'
import type { FeedListener } from './session-feeds.ts'
import { ViewRevisions } from './view-revisions.ts'

const names = Array.from({ length: 40 }, (_, place) => `person${place}`)

it('[F9] hears whoever is connected while many screens are told something', async () => {
  const { feeds, change } = await someFeeds()
  let told = 0
  const heard: number[] = []
  for (const personId of names) {
    feeds.follow(
      'session',
      aScreen(personId, () => {
        told++
        // As long as a slice takes, so that others are due after each.
        const until = performance.now() + 7
        while (performance.now() < until);
      }),
    )
  }
  told = 0
  change((session) => ({ course: { ...session.course, title: 'Nieuw' } }))
  const listen = (): void => {
    heard.push(told)
    if (told < names.length) setImmediate(listen)
  }
  setImmediate(listen)
  await eventually(() => expect(heard.at(-1)).toBe(names.length))
  expect(heard.length).toBeGreaterThan(names.length / 2)
})

it('[F9] hears whoever is connected while all screens are told that it is still there', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { feeds } = await someFeeds()
  let told = 0
  for (const personId of names) {
    feeds.follow(
      'session',
      aScreen(personId, (text) => {
        if (!text.includes('still-here')) return
        told++
        const until = performance.now() + 7
        while (performance.now() < until);
      }),
    )
  }
  vi.advanceTimersByTime(15_000)
  const heard: number[] = []
  const listen = (): void => {
    heard.push(told)
    if (told < names.length) setImmediate(listen)
  }
  setImmediate(listen)
  await eventually(() => expect(heard.at(-1)).toBe(names.length))
  expect(heard.length).toBeGreaterThan(names.length / 2)
})

it('[F3] tells a screen that stopped reading later, and then all that it missed', async () => {
  const { feeds, change } = await someFeeds()
  const texts: string[] = []
  let waiting = 0
  const screen = aScreen('person0', (text) => texts.push(text))
  feeds.follow('session', { ...screen, bufferedBytes: () => waiting })
  const before = texts.length
  waiting = 2 * 1024 * 1024
  change((session) => ({ course: { ...session.course, title: 'Een' } }))
  await eventually(() => expect(feeds.revisionOf('session')).toBeGreaterThan(0))
  waiting = 0
  change((session) => ({ steps: { ...session.steps, position: 0 } }))
  await eventually(() => expect(texts).toHaveLength(before + 1))
  expect(JSON.parse(texts.at(-1) ?? '')).toMatchObject({ set: { title: 'Een', position: 0 } })
})

async function someFeeds() {
  let session = aCrowd(names)
  const feeds = new SessionFeeds({
    elapsed: () => 0,
    now: () => 0,
    revisions: await ViewRevisions.open(new MemoryFacts(), 0),
    epoch: 'epoch',
    find: () => session,
    around: () => ({
      isConnected: (personId) => feeds.isConnected(personId),
      joinCode: () => undefined,
      joinUrl: () => undefined,
      isRehearsing: () => false,
      ballots: () => undefined,
    }),
    view: () => '',
  })
  onTestFinished(() => feeds.close())
  const change = (difference: (now: Session) => Partial<Session>): void => {
    session = { ...session, ...difference(session) }
    feeds.touch('session')
  }
  return { feeds, change }
}

function aScreen(personId: string, send: (text: string) => void): FeedListener {
  return {
    grant: { deviceHash: new Uint8Array(), sessionId: 'session', role: 'participant' },
    actor: { role: 'participant', personId },
    bufferedBytes: () => 0,
    send: ({ text }) => send(text),
    close: () => undefined,
  }
}
