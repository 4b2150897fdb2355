import type { ClientCommand, SessionView } from '@stip/api'
import type { Press } from './command-sender.ts'

/**
 * What a session will look like once a command was carried out, as far as a screen can know.
 *
 * @param at - When it was pressed, by the steady clock of this device.
 */
export type Expect = (command: ClientCommand, view: SessionView, at: number) => SessionView

/** What the server told, with what was pressed since and is not in it yet. */
export function expectedView(
  view: SessionView,
  pending: readonly Press[],
  expect: Expect,
): SessionView {
  return pending.reduce((shown, { command, revision = Infinity, at: [at = 0] }) => {
    return revision > view.sessionRevision ? expect(command, shown, at) : shown
  }, view)
}
