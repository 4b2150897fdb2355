// oxlint-disable no-await-in-loop -- what people do comes one after the other
import type { ClientCommand, CommandAnswer, SessionView } from '@stip/api'
import { readVision } from '@stip/board'
import type { Source, StoredRecord, Vision } from '@stip/board'
import { deletedFields, liveOf, textOf } from '@stip/documents'
