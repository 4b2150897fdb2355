import { MemoryVersions } from '../../../test/memory/memory-versions.ts'
import { tableStores } from '../../../test/table-stores.ts'
import { describeVersionStore } from './version-store.contract.ts'

describeVersionStore('SQLite', () => tableStores().versions)
describeVersionStore('memory', () => new MemoryVersions())
