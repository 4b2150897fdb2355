import { MemoryAuthorship } from '../../../test/memory/memory-authorship.ts'
import { tableStores } from '../../../test/table-stores.ts'
import { describeAuthorshipStore } from './authorship-store.contract.ts'

describeAuthorshipStore('SQLite', () => tableStores().authorship)
describeAuthorshipStore('memory', () => new MemoryAuthorship())
