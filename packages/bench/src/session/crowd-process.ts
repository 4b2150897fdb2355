import { SeenTexts } from './seen-texts.ts'
import type { CrowdAnswer, CrowdQuestion } from './crowd.ts'
import { BenchSocket } from '../driver/socket.ts'
import type { Hearing } from '../driver/socket.ts'
import type { Entrance } from '../job.ts'

// The screens of a session, in a process of their own: they count what comes and see when they
// have a step, in whatever form a server tells it.

interface Screen {
  readonly socket: BenchSocket
  messages: number
  /** When it had the step that is waited for, in milliseconds since 1970. */
  hadStepAt: number | undefined
}

/** Opened at a time. */
const AT_ONCE = 8
/** A build that shows everybody everything at each arrival is slow to let in the next. */
const PATIENCE_MS = 120_000

const screens: Screen[] = []
const texts = new SeenTexts()
let position = -2
let wasClosed = 0

const answers: { readonly [Type in CrowdQuestion['type']]: (question: never) => unknown } = {
  follow: async ({ entrances }: { entrances: readonly Entrance[] }) => {
    const left = [...entrances]
    const open = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        // oxlint-disable-next-line no-await-in-loop
        await follow(next)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, open))
    return screens.length
  },
  expect: (question: { position: number }) => {
    position = question.position
    for (const screen of screens) screen.hadStepAt = undefined
  },
  count: () => ({
    screens: screens.length,
    wasClosed,
    bytes: screens.map(({ socket }) => socket.bytesRead),
    messages: screens.map(({ messages }) => messages),
    hadStepAt: screens.flatMap(({ hadStepAt }) => hadStepAt ?? []),
  }),
  leave: () => {
    for (const { socket } of screens.splice(0)) socket.close()
  },
}

async function follow(entrance: Entrance): Promise<void> {
  let screen: Screen | undefined
  const hearing: Hearing = {
    message: (message) => {
      if (screen === undefined) return
      screen.messages++
      if (screen.hadStepAt !== undefined) return
      if (texts.says(message, socket, `"position":${position}`)) screen.hadStepAt = Date.now()
    },
    closed: () => wasClosed++,
  }
  const socket = await BenchSocket.open(entrance, hearing, PATIENCE_MS)
  screen = { socket, messages: 0, hadStepAt: undefined }
  screens.push(screen)
}

process.on('disconnect', () => process.exit(0))
process.on('message', ({ id, question }: { id: number; question: CrowdQuestion }) => {
  const answer = async (): Promise<CrowdAnswer> => {
    try {
      return { id, value: await answers[question.type](question as never) }
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : String(error) }
    }
  }
  void answer().then((said) => process.send?.(said))
})
