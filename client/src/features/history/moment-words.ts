import type { MomentView } from '@stip/api'
import { nlHistory } from '../../texts/console/nl-history.ts'

const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long' })

/** A moment in words: when, and why it was kept. Another day than today is named. */
export function momentWords({ at, reason }: MomentView, now: number): string {
  return `${timeWords(at, now)} · ${nlHistory.moments.reason(reason)}`
}

/** A time in words, with the day when it is not today. */
export function timeWords(at: number, now: number): string {
  const isToday = day.format(at) === day.format(now)
  return isToday ? clock.format(at) : `${day.format(at)}, ${clock.format(at)}`
}
