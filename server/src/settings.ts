import { BlockList, isIP } from 'node:net'
import { fileURLToPath } from 'node:url'

/** Says in words for the operator what a setting should have been; no capital, no full stop. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting'
}

/** A whole number, and nothing else. */
export function wholeNumber(text: string, from: number, to: number, otherwise: string): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (number >= from && number <= to) return number
  throw new WrongSetting(otherwise)
}

/** An address of this computer to listen on, by name or number. */
export function listenAddress(text: string): string {
  if (text === '*') return '::'
  const bare = /^\[(.*)\]$/.exec(text)?.[1] ?? text
  if (isIP(bare.split('%', 1)[0] ?? '') > 0 || /^[\w.-]+$/.test(bare)) return bare
  throw new WrongSetting(
    'STIP_HOST moet een adres van deze computer zijn, zonder http:// en zonder poort, zoals 127.0.0.1',
  )
}

/** A folder; `~` is the home folder, as in a shell. */
export function folder(text: string, home: string): string {
  return onThisComputer(text, home, 'STIP_DATA_DIR moet de naam van een map zijn, zoals ./data')
}

/** A file of this computer: nothing is fetched. */
export function localFile(text: string, home: string): string {
  return onThisComputer(
    text,
    home,
    'STIP_WORD_VECTORS moet de naam van een bestand op deze computer zijn, zoals ./woorden.vec',
  )
}

/** The name of an organisation, as people write it. */
export function nameOfCreator(text: string): string {
  const name = text.replaceAll(/\s+/gu, ' ')
  if (name.length <= 200) return name
  throw new WrongSetting(
    'STIP_ARCHIVE_CREATOR moet de naam van een organisatie zijn, zoals Gemeente Sterrenveld',
  )
}

function onThisComputer(text: string, home: string, otherwise: string): string {
  const path = text.startsWith('file:') ? pathOf(text) : text
  if (path === undefined || path.includes('\0') || /^[a-z][a-z+.-]+:\/\//i.test(path)) {
    throw new WrongSetting(otherwise)
  }
  return /^~(?=$|[\\/])/.test(path) ? home + path.slice(1) : path
}

function pathOf(url: string): string | undefined {
  try {
    return fileURLToPath(url)
  } catch {
    // Of another computer, or no address at all.
    return undefined
  }
}

/** The whole address under which browsers reach Stip: a scheme, a name, and perhaps a port. */
export function publicAddress(text: string): URL {
  const example = 'zoals https://stip.example.nl'
  if (!/^[a-z][a-z+.-]*:\/\//i.test(text)) {
    throw new WrongSetting(
      `STIP_PUBLIC_URL moet een heel adres zijn: zet er http:// of https:// voor, ${example}`,
    )
  }
  const url = URL.parse(text)
  if (url === null || url.port === '0' || !/^https?:$/.test(url.protocol)) {
    throw new WrongSetting(
      `STIP_PUBLIC_URL moet een adres zijn dat met http:// of https:// begint, ${example}`,
    )
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new WrongSetting(
      `STIP_PUBLIC_URL mag alleen ${url.origin} zijn, zonder iets erachter: Stip werkt niet in een map van een andere website`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new WrongSetting(
      `STIP_PUBLIC_URL mag geen naam of wachtwoord bevatten: iedereen ziet dit adres`,
    )
  }
  // Browsers leave a dot at the end away, or keep it, and then it is another website.
  url.hostname = url.hostname.replace(/\.$/, '')
  if (/^(?:0\.0\.0\.0|\[::\])$|\*/.test(url.hostname)) {
    throw new WrongSetting(
      `STIP_PUBLIC_URL moet een adres zijn waar anderen bij kunnen, ${example}; ${url.hostname} is dat niet`,
    )
  }
  return url
}

const namedNetworks = new Set(['loopback', 'linklocal', 'uniquelocal'])

/** Addresses and networks, with commas between them, as proxy-addr reads them. */
export function proxies(text: string): string {
  const parts = text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = part.toLowerCase().replace(/^\[(.*)\]$/, '$1')
      return name === 'localhost' ? 'loopback' : name
    })
  if (parts.length > 0 && parts.every((part) => namedNetworks.has(part) || isNetwork(part))) {
    return parts.join(',')
  }
  throw new WrongSetting(
    'STIP_TRUSTED_PROXIES moet adressen bevatten met komma’s ertussen, zoals loopback of 10.0.0.0/8',
  )
}

const levels = new Map<string, 'silent' | 'error' | 'warn' | 'info' | 'debug'>([
  ['silent', 'silent'],
  ['off', 'silent'],
  ['none', 'silent'],
  ['fatal', 'error'],
  ['error', 'error'],
  ['warn', 'warn'],
  ['warning', 'warn'],
  ['info', 'info'],
  ['debug', 'debug'],
  ['trace', 'debug'],
])

/** How much is told. */
export function logLevel(text: string) {
  const level = levels.get(text.toLowerCase())
  if (level !== undefined) return level
  throw new WrongSetting('STIP_LOG_LEVEL moet silent, error, warn, info of debug zijn')
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  if (prefix === undefined) return true
  if (!/^\d{1,3}$/.test(prefix)) return false
  try {
    new BlockList().addSubnet(address, Number(prefix), family === 6 ? 'ipv6' : 'ipv4')
    return true
  } catch {
    // More bits than an address has.
    return false
  }
}
