import { clientCommands } from '@stip/api'
import type { ClientCommand } from '@stip/api'
import { sampleOf } from '@stip/testing/sample-of'

/** The name of every command that can be given over HTTP. */
export const commandTypes: readonly ClientCommand['type'][] = clientCommands.map(
  ({ shape }) => shape.type.value,
)

/** What a command is about. */
interface About {
  readonly personId: string
  readonly groupId: string
  readonly boardId: string
  /** One that was closed just now. */
  readonly questionId?: string
}

/** What takes away who gives the others, or ends all, comes last. */
const last: readonly ClientCommand['type'][] = [
  // A room has one question at a time: the one that the others are about comes first.
  'ask',
  'remove-person',
  'restore-person',
  'remove-unseen-people',
  'end-session',
  'reopen-session',
]

/** A command of every type, as a screen could send it. */
export function everyCommand(about: About): readonly ClientCommand[] {
  const fields: Readonly<Record<string, unknown>> = {
    ...about,
    position: 2,
    minutes: 5,
    page: 1,
    members: [about.personId],
    name: 'De Brug',
    background: 'council-clerk',
    choice: { kind: 'code' },
    recordId: 'shape:card',
  }
  const known = (field: string): unknown => fields[field]
  return clientCommands
    .toSorted((a, b) => orderOf(a.shape.type.value) - orderOf(b.shape.type.value))
    .map((schema) => sampleOf(schema, { known, pick: () => 0 }) as ClientCommand)
}

function orderOf(type: ClientCommand['type']): number {
  return last.indexOf(type)
}
