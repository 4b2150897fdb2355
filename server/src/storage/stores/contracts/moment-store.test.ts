import { MemoryMoments } from '../../../test/memory/memory-moments.ts'
import { tableStores } from '../../../test/table-stores.ts'
import { describeMomentStore } from './moment-store.contract.ts'

describeMomentStore('SQLite', (limits) => tableStores({ moments: limits }).moments)
describeMomentStore('memory', (limits) => new MemoryMoments(limits))
