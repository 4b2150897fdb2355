import { MemorySessionLog } from '../test/memory-session-log.ts'
import { describeSessionLog } from './session-log.contract.ts'

describeSessionLog('MemorySessionLog', () => {
  const log = new MemorySessionLog()
  return {
    log,
    failNext: () => (log.failsNext = true),
    answersOf: async (sessionId) =>
      log.alsoOf(sessionId).flatMap((also) => (also.kind === 'command-answered' ? [also.key] : [])),
  }
})
