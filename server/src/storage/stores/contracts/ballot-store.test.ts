import { MemoryBallots } from '../../../test/memory/memory-ballots.ts'
import { tableStores } from '../../../test/table-stores.ts'
import { describeBallotStore } from './ballot-store.contract.ts'

describeBallotStore('SQLite', () => tableStores().ballots)
describeBallotStore('memory', () => new MemoryBallots())
