import type { ClientCommand, SessionView } from '@stip/api'
import { nlAsking } from './nl-asking.ts'

/** Something that a step suggests to ask. */
export interface Suggestion {
  readonly text: string
  readonly command: ClientCommand
}

const texts = nlAsking.suggestions

/** What can be asked in the step in which a session is: the statements of the agenda, or what groups chose. */
export function suggestionsFor(
  view: Pick<SessionView, 'steps' | 'position' | 'groups' | 'groupsMade'>,
): readonly Suggestion[] {
  const step = view.steps[view.position]
  if (step === undefined) return []
  const statements = step.zones.filter(({ kind }) => kind === 'scale')
  const poll = statements.map(({ id, title }) => ({ id: id.replace('shape:', ''), text: title }))
  return [
    ...(step.kind === 'close' ? [heard] : []),
    ...(poll.length === 0 ? [] : [{ text: texts.poll(poll.length), command: asked('poll', poll) }]),
    ...(step.kind === 'share' ? recognition(view) : []),
  ]
}

const heard: Suggestion = {
  text: texts.heard,
  command: asked('heard', [{ id: 'heard', text: nlAsking.heard }]),
}

function asked(topic: 'poll' | 'heard', items: { id: string; text: string }[]): ClientCommand {
  return { type: 'ask', topic, kind: 'five-points', items }
}

function recognition({ groups }: Pick<SessionView, 'groups'>): readonly Suggestion[] {
  return groups.map(({ letter, name, boardId }) => ({
    text: texts.recognition(name === '' ? letter : `${letter} · ${name}`),
    command: { type: 'ask-about', topic: 'recognition', boardId },
  }))
}
