import { CommandBody } from '@stip/api'
import type { ClientCommand } from '@stip/api'

/** The name of every command that can be given over HTTP. */
export const commandTypes: readonly ClientCommand['type'][] = CommandBody.shape.command.options.map(
  ({ shape }) => shape.type.value,
)

/** What a command is about. */
interface About {
  readonly personId: string
  readonly groupId: string
  readonly boardId: string
}

type Bodies = {
  readonly [Type in ClientCommand['type']]: Omit<
    Extract<ClientCommand, { readonly type: Type }>,
    'type'
  >
}

/** A command of every type, as a screen could send it. A new one that is missing here does not compile. */
export function everyCommand({ personId, groupId, boardId }: About): readonly ClientCommand[] {
  const cards = [{ boardId, recordId: 'shape:card' }]
  const bodies: Bodies = {
    'go-to-step': { position: 2 },
    'add-minutes': { minutes: 5 },
    'pause-clock': {},
    'resume-clock': {},
    'mix-groups': {},
    'undo-mix': {},
    'move-person': { personId, groupId },
    'add-person': { name: 'Zonder', background: 'resident' },
    'change-background': { personId, background: 'council-clerk' },
    'open-private-board': { members: [personId] },
    'appoint-scribe': { personId, on: true },
    'remove-person': { personId },
    'restore-person': { personId },
    'remove-unseen-people': {},
    'rename-group': { groupId, name: 'De Brug' },
    'rename-session': { title: 'Andere visie' },
    'show-names': { on: true },
    'allow-images': { on: true },
    'only-notes': { on: true },
    spotlight: { boardId },
    'show-on-wall': { choice: { kind: 'code' } },
    'turn-wall-page': { page: 1 },
    merge: {},
    'undo-merge': {},
    'bring-cards': { cards },
    'put-cards-back': { cards },
    'restore-board': { boardId, moment: 1 },
    'undo-restore': { boardId, moment: 1 },
    'take-away': { boardId, recordId: 'shape:card', reason: 'Hierin herken je iemand.' },
    'put-back': { id: 'away' },
    // What ends or begins anew comes last.
    'end-session': {},
    'reopen-session': {},
  }
  return Object.entries(bodies).map(([type, body]) => ({ type, ...body }) as ClientCommand)
}
