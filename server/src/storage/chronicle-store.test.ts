import { MemoryChronicle } from '../test/memory/memory-chronicle.ts'
import { tableStores } from '../test/table-stores.ts'
import { describeChronicleStore } from './chronicle-store.contract.ts'

describeChronicleStore('SQLite', () => tableStores().chronicle)
describeChronicleStore('memory', () => new MemoryChronicle())
