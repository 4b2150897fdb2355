import {
  MemoryCommands,
  MemoryFacts,
  MemoryIntents,
} from '../../../test/memory/memory-small-stores.ts'
import { tableStores } from '../../../test/table-stores.ts'
import {
  describeCommandStore,
  describeFactStore,
  describeIntentStore,
} from './small-stores.contract.ts'

describeCommandStore('SQLite', () => tableStores().commands)
describeCommandStore('memory', () => new MemoryCommands())
describeIntentStore('SQLite', () => tableStores().intents)
describeIntentStore('memory', () => new MemoryIntents())
describeFactStore('SQLite', () => tableStores().facts)
describeFactStore('memory', () => new MemoryFacts())
