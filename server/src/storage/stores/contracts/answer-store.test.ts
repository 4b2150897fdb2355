import { MemoryAnswers } from '../../../test/memory/memory-answers.ts'
import { tableStores } from '../../../test/table-stores.ts'
import { describeAnswerStore } from './answer-store.contract.ts'

describeAnswerStore('SQLite', () => tableStores().answers)
describeAnswerStore('memory', () => new MemoryAnswers())
