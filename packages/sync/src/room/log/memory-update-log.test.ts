import { MemoryUpdateLog } from './memory-update-log.ts'
import { describeUpdateLog } from './update-log.contract.ts'

describeUpdateLog('MemoryUpdateLog', () => ({ log: new MemoryUpdateLog() }))
