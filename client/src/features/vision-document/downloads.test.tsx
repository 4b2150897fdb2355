// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { Downloads } from './downloads.tsx'
import { nlVisionDocument as nl } from './nl-vision-document.ts'

const saved: string[] = []
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.useFakeTimers()
  saved.length = 0
  Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => undefined })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it('has a button for every kind of file, each with what it is for', async () => {
  const { place } = await aPage()
  const names = [...place.querySelectorAll('button')].map(({ textContent }) => textContent)
  expect(names).toHaveLength(10)
  expect(names).toContain('Word, om in verder te schrijven')
  expect(place.textContent).toContain(nl.notDecided)
})

it('says that a file is being made after a second, and then that it is there', async () => {
  const { place, press, answer } = await aPage()
  await press(nl.formats.pdf)
  expect(told(place)).toBe('')
  await act(() => vi.advanceTimersByTimeAsync(1000))
  expect(told(place)).toBe(nl.making)
  const headers = { 'content-disposition': 'attachment; filename="Sterrenveld-visie-versie-1.pdf"' }
  await answer(new Response('%PDF', { headers }))
  expect(told(place)).toBe(nl.made(nl.formats.pdf))
  expect(saved).toEqual(['Sterrenveld-visie-versie-1.pdf'])
})

it('asks once, however often it is pressed', async () => {
  const { press, asked, answer } = await aPage()
  await press(nl.formats.docx)
  await press(nl.formats.docx)
  await press(nl.formats.html)
  expect(asked).toEqual(['/api/sessions/avond/vision/1/document.docx?as=participant'])
  await answer(new Response('x'))
  expect(saved).toEqual(['visie-versie-1.docx'])
})

it('says what to do when it did not come', async () => {
  const { place, press, answer } = await aPage()
  await press(nl.formats.csv)
  await answer(new Response('{}', { status: 503 }))
  expect(place.querySelector('[role=alert]')?.textContent).toBe(nl.notMade)
  await press(nl.formats.csv)
  await answer(new TypeError('Failed to fetch'))
  expect(place.querySelector('[role=alert]')?.textContent).toBe(nl.unreachable)
  expect(saved).toEqual([])
})

async function aPage() {
  const asked: string[] = []
  let waiting = Promise.withResolvers<Response>()
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    waiting = Promise.withResolvers()
    return waiting.promise
  })
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  onTestFinished(() => {
    act(() => root.unmount())
    place.remove()
  })
  await act(async () => root.render(<Downloads sessionId="avond" version="1" as="participant" />))
  const press = (name: string): Promise<void> =>
    act(async () => {
      const buttons = [...place.querySelectorAll('button')]
      buttons.find(({ textContent }) => textContent === name)?.click()
    })
  const answer = (given: Response | Error): Promise<void> =>
    act(async () => {
      if (given instanceof Error) waiting.reject(given)
      else waiting.resolve(given)
      await vi.advanceTimersByTimeAsync(0)
    })
  return { place, press, answer, asked }
}

function told(place: Element): string {
  return place.querySelector('output')?.textContent ?? ''
}
