import { describe, expect, it } from 'vitest'
import { cachesFor, isOffline, pnpmSettings } from './npm.mjs'

describe('npm', () => {
  it('hands its registry, proxy and certificates to pnpm', () => {
    const printed = `npm warn something\n${JSON.stringify({
      registry: 'https://npm.example.nl/',
      cafile: '/etc/certificates.pem',
      'https-proxy': null,
      noproxy: '',
      audit: false,
    })}\n`
    expect(pnpmSettings(printed)).toEqual([
      '--config.registry=https://npm.example.nl/',
      '--config.cafile=/etc/certificates.pem',
    ])
  })

  it('may print anything: then pnpm goes by its own settings', () => {
    expect(pnpmSettings('npm error')).toEqual([])
    expect(pnpmSettings('{ half a')).toEqual([])
  })

  it.each([
    'npm error code ENOTFOUND',
    'npm error network request to https://npm.example.nl/x failed, reason: connect ECONNREFUSED',
    'npm error code EAI_AGAIN',
    'error sending request for url (https://npm.example.nl/x)',
  ])('is offline when it says: %s', (line) => {
    expect(isOffline(line)).toBe(true)
  })

  it('is not offline when something else is wrong', () => {
    expect(isOffline('ERR_PNPM_OUTDATED_LOCKFILE  Cannot install')).toBe(false)
  })

  it('keeps what it fetched in the clone only when the home folder is read-only', () => {
    expect(cachesFor(true)).toEqual({})
    expect(Object.values(cachesFor(false)).every((folder) => folder?.includes('.stip'))).toBe(true)
  })
})
