import { MemoryEntries } from '../../../test/memory/memory-entries.ts'
import { tableStores } from '../../../test/table-stores.ts'
import { CachedEntries } from '../cached-entries.ts'
import { describeEntryStore } from './entry-store.contract.ts'

describeEntryStore('SQLite', () => tableStores().entries)
describeEntryStore('memory', () => new MemoryEntries())
describeEntryStore('what is remembered of SQLite', () => new CachedEntries(tableStores().entries))
