import type { Group } from '../content/pieces.ts'

const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
})

/** 21 januari 2027 */
export function dayOf(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`))
}

/** 21 januari 2027 om 20:51, as the clocks in the Netherlands had it. */
export function momentOf(iso: string): string {
  return moment.format(new Date(iso))
}

const words = [
  'nul',
  'één',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
]

/** A number as people write it in a sentence. */
export function numberOf(count: number): string {
  return words[count] ?? count.toLocaleString('nl-NL')
}

/** 'één groep', 'drie groepen' */
export function counted(count: number, one: string, more: string): string {
  return `${numberOf(count)} ${count === 1 ? one : more}`
}

/** 'A, B en C' */
export function listed(names: readonly string[]): string {
  const [last = ''] = names.slice(-1)
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} en ${last}`
}

/** A group is always told by its letter and its name. */
export function groupName({ letter, name }: Group): string {
  return name === '' ? `Groep ${letter}` : `${letter} · ${name}`
}

/** With a capital, to begin a sentence; of 'één' only the first letter changes. */
export function capital(sentence: string): string {
  if (sentence.startsWith('é')) return `E${sentence.slice(1)}`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** A share as whole percents. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`
}

/** A share between nothing and all. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole)
}
