import { homedir } from 'node:os'
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
      imagesMb: 5000,
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

  it.each([
    ['loopback', 'loopback'],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['loopback,192.168.1.4', 'loopback,192.168.1.4'],
    ['loopback, 10.0.0.0/8 ,', 'loopback,10.0.0.0/8'],
    ['10.0.0.1;10.0.0.2 10.0.0.3', '10.0.0.1,10.0.0.2,10.0.0.3'],
    ['localhost', 'loopback'],
    ['Loopback', 'loopback'],
    ['::1', '::1'],
    ['[::1]', '::1'],
    ['fd00::/8', 'fd00::/8'],
  ])('[J11] trusts the proxies %s', (given, proxies) => {
    expect(readConfig({ STIP_TRUSTED_PROXIES: given }).trustedProxies).toBe(proxies)
  })

  it.each([
    ['https://stip.example.nl', 'https://stip.example.nl'],
    ['https://stip.example.nl/', 'https://stip.example.nl'],
    [' "https://stip.example.nl" ', 'https://stip.example.nl'],
    ["'https://stip.example.nl/'", 'https://stip.example.nl'],
    ['HTTPS://Stip.Example.NL', 'https://stip.example.nl'],
    ['https://stip.example.nl:443', 'https://stip.example.nl'],
    ['https://stip.example.nl./', 'https://stip.example.nl'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[2001:db8::1]:3000', 'http://[2001:db8::1]:3000'],
    ['https://stip.gemeente-één.nl', 'https://stip.xn--gemeente-n-j7aa.nl'],
    ['\ufeffhttps://stip.example.nl\u200b', 'https://stip.example.nl'],
  ])('[J11] reads the address %j', (given, origin) => {
    expect(readConfig({ STIP_PUBLIC_URL: given }).publicUrl?.origin).toBe(origin)
  })

  it.each([
    ['STIP_PUBLIC_URL', 'stip.example.nl', 'zet er http:// of https:// voor'],
    ['STIP_PUBLIC_URL', 'localhost:3000', 'zet er http:// of https:// voor'],
    ['STIP_PUBLIC_URL', '192.168.1.4', 'zet er http:// of https:// voor'],
    ['STIP_PUBLIC_URL', 'ftp://stip.example.nl', 'met http:// of https:// begint'],
    ['STIP_PUBLIC_URL', 'https://', 'met http:// of https:// begint'],
    ['STIP_PUBLIC_URL', 'http://stip.example.nl:0', 'met http:// of https:// begint'],
    ['STIP_PUBLIC_URL', 'http://stip.example.nl:99999', 'met http:// of https:// begint'],
    ['STIP_PUBLIC_URL', 'https://example.nl/stip', 'alleen https://example.nl zijn'],
    ['STIP_PUBLIC_URL', 'https://example.nl/stip/', 'alleen https://example.nl zijn'],
    ['STIP_PUBLIC_URL', 'https://example.nl/?a=1', 'alleen https://example.nl zijn'],
    ['STIP_PUBLIC_URL', 'https://example.nl/#a', 'alleen https://example.nl zijn'],
    ['STIP_PUBLIC_URL', 'https://a:b@example.nl', 'geen naam of wachtwoord'],
    ['STIP_PUBLIC_URL', 'http://0.0.0.0:3000', 'waar anderen bij kunnen'],
    ['STIP_PUBLIC_URL', 'https://*.example.nl', 'waar anderen bij kunnen'],
    ['STIP_PORT', '0', 'getal van 1 tot en met 65535'],
    ['STIP_PORT', '65536', 'getal van 1 tot en met 65535'],
    ['STIP_PORT', '3000.5', 'getal van 1 tot en met 65535'],
    ['STIP_PORT', '0x50', 'getal van 1 tot en met 65535'],
    ['STIP_PORT', '-1', 'getal van 1 tot en met 65535'],
    ['STIP_HOST', 'http://127.0.0.1', 'zonder http://'],
    ['STIP_HOST', '127.0.0.1:3000', 'zonder poort'],
    ['STIP_HOST', 'a b', 'een adres van deze computer'],
    ['STIP_DATA_DIR', 'https://example.nl/data', 'de naam van een map'],
    ['STIP_WORD_VECTORS', 'https://example.nl/nl.vec', 'een bestand op deze computer'],
    ['STIP_ARCHIVE_CREATOR', 'a'.repeat(201), 'de naam van een organisatie'],
    ['STIP_CODE_DAYS', '14 dagen', 'aantal dagen van 1 tot en met 365'],
    ['STIP_CODE_DAYS', '400', 'aantal dagen van 1 tot en met 365'],
    ['STIP_IMAGES_MB', '0', 'aantal MB van 1 tot en met'],
    ['STIP_TRUSTED_PROXIES', 'true', 'zoals loopback'],
    ['STIP_TRUSTED_PROXIES', '*', 'zoals loopback'],
    ['STIP_TRUSTED_PROXIES', '999.1.1.1', 'zoals loopback'],
    ['STIP_TRUSTED_PROXIES', '10.0.0.0/33', 'zoals loopback'],
    ['STIP_TRUSTED_PROXIES', 'proxy.example.nl', 'zoals loopback'],
    ['STIP_LOG_LEVEL', 'veel', 'silent, error, warn, info of debug'],
  ])('[J11] says what to do about %s=%s', (name, given, advice) => {
    expect(() => readConfig({ [name]: given })).toThrow(ConfigError)
    expect(() => readConfig({ [name]: given })).toThrow(advice)
  })

  it('[J11] reads what people write around a value', () => {
    const given = {
      STIP_PORT: '8080 ',
      STIP_HOST: '[::1]',
      STIP_DATA_DIR: '"~/stip data/"',
      STIP_CODE_DAYS: "'30'",
      STIP_LOG_LEVEL: 'WARNING',
    }
    expect(readConfig(given)).toMatchObject({
      port: 8080,
      host: '::1',
      dataDir: `${homedir()}/stip data/`,
      codeDays: 30,
      logLevel: 'warn',
    })
    expect(readConfig({ STIP_HOST: '*', STIP_DATA_DIR: '~' })).toMatchObject({
      host: '::',
      dataDir: homedir(),
    })
    expect(readConfig({ STIP_DATA_DIR: 'file:///srv/stip' }).dataDir).toBe('/srv/stip')
    expect(readConfig({ STIP_DATA_DIR: '../stip~' }).dataDir).toBe('../stip~')
  })
})
