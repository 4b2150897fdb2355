import { canKeepCopies } from '@stip/sync/client'
import { useEffect, useState } from 'react'

/** Whether this device keeps what one does when the page goes. False until that is known. */
export function useKeepsCopies(): boolean {
  const [keepsCopies, setKeepsCopies] = useState(false)
  useEffect(() => {
    let isLeft = false
    const look = async (): Promise<void> => {
      const can = await canKeepCopies()
      if (!isLeft) setKeepsCopies(can)
    }
    void look()
    return () => {
      isLeft = true
    }
  }, [])
  return keepsCopies
}
