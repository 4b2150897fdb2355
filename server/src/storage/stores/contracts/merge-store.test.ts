import { MemoryMerges } from '../../../test/memory/memory-merges.ts'
import { tableStores } from '../../../test/table-stores.ts'
import { describeMergeStore } from './merge-store.contract.ts'

describeMergeStore('SQLite', () => tableStores().merges)
describeMergeStore('memory', () => new MemoryMerges())
