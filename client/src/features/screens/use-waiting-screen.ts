import type { ScreenAnswer } from '@stip/api'
import { useEffect, useState } from 'react'
import { screenApi } from '../../live/api/screen-api.ts'
import { pollEveryMs } from '../../live/reconnect.ts'

/** What a screen without a keyboard shows while it waits. */
export interface WaitingScreen {
  /** Undefined until the server gave one. */
  readonly code: string | undefined
  readonly isCutOff: boolean
}

type Paired = Extract<ScreenAnswer, { kind: 'paired' }>

/** Waits until a facilitator says what this screen is; begins anew when the server forgot it. */
export function useWaitingScreen(onPaired: (screen: Paired) => void): WaitingScreen {
  const [screen, setScreen] = useState<WaitingScreen>({ code: undefined, isCutOff: false })
  useEffect(() => {
    let secret: string | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const look = async (): Promise<void> => {
      const answer = secret === undefined ? await screenApi.open() : await screenApi.ask(secret)
      if (isOver) return
      if (answer.ok && 'kind' in answer.value && answer.value.kind === 'paired') {
        onPaired(answer.value)
        return
      }
      if (answer.ok) {
        const { value } = answer
        if ('secret' in value) secret = value.secret
        if ('code' in value) setScreen({ code: value.code, isCutOff: false })
      } else {
        // The server was started anew, or this screen slept: another code, at once.
        if (answer.status === 404) secret = undefined
        else setScreen((before) => ({ ...before, isCutOff: true }))
      }
      timer = setTimeout(() => void look(), pollEveryMs)
    }
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [onPaired])
  return screen
}
