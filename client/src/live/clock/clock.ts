/** Time left as on a kitchen timer: '12:40', '0:05', '-1:30' when time is over. */
export function countdownText(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const whole = Math.abs(seconds)
  const sign = seconds < 0 ? '-' : ''
  return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** Time of day as people say it: '19:42'. */
export function timeOfDay(ms: number): string {
  const date = new Date(ms)
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`
}
