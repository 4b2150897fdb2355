import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('the configuration', () => {
  it('is complete without any setting', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '::',
      publicUrl: undefined,
      isSecure: false,
      dataDir: './data',
      codeDays: 14,
      trustedProxies: undefined,
      snapshotRows: 2000,
      logLevel: 'warn',
    })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ STIP_PUBLIC_URL: '', STIP_PORT: '' }).port).toBe(3000)
  })

  it('names every setting that is wrong, in one Dutch sentence', () => {
    const wrong = { STIP_PORT: 'abc', STIP_PUBLIC_URL: 'stip', STIP_DATA_DIR: '/srv/stip' }
    expect(() => readConfig(wrong)).toThrow(ConfigError)
    expect(() => readConfig(wrong)).toThrow(/^Stip kan niet starten: .*URL.*, en STIP_PORT.*\.$/)
  })

  it.each(['loopback', '10.0.0.0/8', 'loopback,192.168.1.4', '::1'])(
    'trusts the proxies %s',
    (proxies) => {
      expect(readConfig({ STIP_TRUSTED_PROXIES: proxies }).trustedProxies).toBe(proxies)
    },
  )
})
