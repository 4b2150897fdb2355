import { describe, expect, it } from 'vitest'
import { browserPlaces, chooseBrowser } from './browser.mjs'

describe('the browser of the tests', () => {
  it('is first of all the one that was asked for', () => {
    const browser = chooseBrowser({
      chosen: '/my/browser',
      hasPlaywrights: true,
      installed: ['/x'],
    })
    expect(browser).toEqual({ kind: 'program', path: '/my/browser' })
  })

  it('is then the one Playwright installed', () => {
    const browser = chooseBrowser({ chosen: undefined, hasPlaywrights: true, installed: ['/x'] })
    expect(browser).toEqual({ kind: 'playwright' })
  })

  it('is then the first one on the machine', () => {
    const browser = chooseBrowser({ chosen: '', hasPlaywrights: false, installed: ['/x', '/y'] })
    expect(browser).toEqual({ kind: 'program', path: '/x' })
  })

  it('is else still to be installed', () => {
    const browser = chooseBrowser({ chosen: undefined, hasPlaywrights: false, installed: [] })
    expect(browser).toEqual({ kind: 'none' })
  })

  it('is on Linux looked for on the path, Chrome before Chromium before Edge', () => {
    const places = browserPlaces('linux', { PATH: '/opt/bin:relative' })
    expect(places[0]).toBe('/opt/bin/google-chrome')
    const order = ['google-chrome', 'chromium', 'microsoft-edge'].map((name) =>
      places.indexOf(`/usr/bin/${name}`),
    )
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    expect(order).not.toContain(-1)
    expect(places.every((place) => place.startsWith('/'))).toBe(true)
  })

  it('is on macOS and Windows looked for where it is installed there', () => {
    expect(browserPlaces('darwin', {})[0]).toContain('/Google Chrome.app/')
    expect(browserPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' })).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    ])
  })
})
