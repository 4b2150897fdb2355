// @vitest-environment jsdom
import { act } from 'react'
import type { ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { ArchiveCard } from './archive-card.tsx'
import { nlArchive as nl } from './nl-archive.ts'
import { OpenArchiveForm } from './open-archive-form.tsx'

const saved: string[] = []
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.useFakeTimers()
  saved.length = 0
  sessionStorage.clear()
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

it('says what is in an archive, that it is being made after a second, and that it is there', async () => {
  const { place, press, answer, asked } = await aPage(<ArchiveCard sessionId="avond" />)
  for (const words of [nl.what, nl.names, nl.notIn]) expect(place.textContent).toContain(words)
  await press(nl.save)
  await press(nl.save)
  expect(asked.map(({ path }) => path)).toEqual(['/api/sessions/avond/archive.zip?as=facilitator'])
  expect(told(place)).toBe('')
  await act(() => vi.advanceTimersByTimeAsync(1000))
  expect(told(place)).toBe(nl.making)
  const headers = { 'content-disposition': 'attachment; filename="Sterrenveld-archief.zip"' }
  await answer(new Response('PK', { headers }))
  expect(told(place)).toBe(nl.made)
  expect(saved).toEqual(['Sterrenveld-archief.zip'])
})

it('says why an archive did not come', async () => {
  const { place, press, answer } = await aPage(<ArchiveCard sessionId="avond" />)
  await press(nl.save)
  await answer(
    new Response(JSON.stringify({ code: 'busy', message: 'Te veel tegelijk.' }), { status: 503 }),
  )
  expect(alert(place)).toBe('Te veel tegelijk.')
  await press(nl.save)
  await answer(new TypeError('Failed to fetch'))
  expect(alert(place)).toBe(nl.unreachable)
  expect(saved).toEqual([])
})

it('opens an archive that somebody chooses, and goes where it leads', async () => {
  const opened: string[] = []
  const page = await aPage(<OpenArchiveForm onOpened={(id) => opened.push(id)} />)
  const { place, press, answer, asked, choose } = page
  const clicked = vi.spyOn(HTMLInputElement.prototype, 'click')
  await press(nl.open)
  expect(clicked).toHaveBeenCalledOnce()
  expect(place.textContent).toContain(nl.openHint)
  await choose(aFile())
  expect(told(place)).toBe(nl.opening)
  await answer(new Response(JSON.stringify({ sessionId: 'avond' }), { status: 201 }))
  expect(opened).toEqual(['avond'])
  expect(asked.map(({ path, options }) => [path, options?.method])).toEqual([
    ['/api/archives', 'POST'],
  ])
})

it('says why an archive is not opened, and asks with the same key where nobody knows', async () => {
  const page = await aPage(<OpenArchiveForm onOpened={() => undefined} />)
  const { place, answer, asked, choose } = page
  await choose(aFile())
  await answer(new TypeError('Failed to fetch'))
  expect(alert(place)).not.toBe('')
  await choose(aFile())
  const message = 'Deze bijeenkomst staat al op deze Stip.'
  await answer(new Response(JSON.stringify({ code: 'archive-is-here', message }), { status: 409 }))
  expect(alert(place)).toBe(message)
  await choose(aFile())
  await answer(new Response('{}', { status: 415 }))
  const keys = asked.map(({ options }) => new Headers(options?.headers).get('idempotency-key'))
  expect(keys[0]).toBe(keys[1])
  expect(keys[2]).not.toBe(keys[1])
})

async function aPage(content: ReactElement) {
  const asked: { readonly path: string; readonly options: RequestInit | undefined }[] = []
  let waiting = Promise.withResolvers<Response>()
  vi.stubGlobal('fetch', (path: string, options?: RequestInit) => {
    asked.push({ path, options })
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
  await act(async () => root.render(content))
  const press = (name: string): Promise<void> =>
    act(async () => {
      const buttons = [...place.querySelectorAll('button')]
      buttons.find(({ textContent }) => textContent === name)?.click()
    })
  const choose = (file: File): Promise<void> =>
    act(async () => {
      const input = place.querySelector('input')
      if (input === null) throw new Error('There is nothing to choose with.')
      Object.defineProperty(input, 'files', { value: [file], configurable: true })
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
  const answer = (given: Response | Error): Promise<void> =>
    act(async () => {
      if (given instanceof Error) waiting.reject(given)
      else waiting.resolve(given)
      await vi.advanceTimersByTimeAsync(0)
    })
  return { place, press, answer, asked, choose }
}

function aFile(): File {
  return new File(['PK'], 'Sterrenveld-archief.zip', { lastModified: 1 })
}

function told(place: Element): string {
  return place.querySelector('output')?.textContent ?? ''
}

function alert(place: Element): string | null | undefined {
  return place.querySelector('[role=alert]')?.textContent
}
