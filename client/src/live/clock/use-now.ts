import { useEffect, useState } from 'react'
import { steadyNow } from './steady-clock.ts'

/**
 * The server's time, kept up to date.
 *
 * @param offsetMs - How far the server's clock is ahead of `steadyNow`.
 * @param everyMs - How often the screen needs it; a countdown four times a second, so that no
 *   second is skipped.
 */
export function useNow(offsetMs: number, everyMs = 250): number {
  const [deviceNow, setDeviceNow] = useState(steadyNow)
  useEffect(() => {
    const timer = setInterval(() => setDeviceNow(steadyNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return deviceNow + offsetMs
}

/** The time of day as this device has it, which may be set at any moment. Milliseconds since 1970. */
export function useTimeOfDay(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
