import { MemoryGrants } from '../../../test/memory/memory-grants.ts'
import { tableStores } from '../../../test/table-stores.ts'
import { CachedGrants } from '../cached-grants.ts'
import { describeGrantStore } from './grant-store.contract.ts'

describeGrantStore('SQLite', () => tableStores().grants)
describeGrantStore('memory', () => new MemoryGrants())
describeGrantStore('what is remembered of SQLite', () => new CachedGrants(tableStores().grants))
