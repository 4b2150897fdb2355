import { useEffect, useState } from 'react'

/**
 * The server's time, kept up to date.
 *
 * @param offsetMs - How far the server's clock is ahead of this device's.
 * @param everyMs - How often the screen needs it; a countdown four times a second, so that no
 *   second is skipped.
 */
export function useNow(offsetMs: number, everyMs = 250): number {
  const [deviceNow, setDeviceNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setDeviceNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return deviceNow + offsetMs
}
