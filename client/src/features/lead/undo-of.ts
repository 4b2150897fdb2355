import type { ClientCommand, SessionView } from '@stip/api'
import { arrangedBy } from '@stip/workshop'
import { arranged } from '../../texts/console/nl-arranged.ts'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { nlTakeAway } from '../../texts/console/nl-take-away.ts'
import { personName } from '../../ui/marks/person-name.ts'

/** What was done in words, and the command that takes it back. */
export interface Undo {
  readonly text: string
  readonly command: ClientCommand
}

/**
 * The way back of a command, from the session as it was before. Undefined for what needs none:
 * a minute more is a minute less.
 */
export function undoOf(command: ClientCommand, before: SessionView): Undo | undefined {
  const texts = nlConsole.undo
  switch (command.type) {
    case 'go-to-step': {
      const title = before.steps[command.position]?.title ?? nlConsole.agenda.waiting
      const back = { type: 'go-to-step', position: before.position } as const
      return { text: texts.step(title), command: back }
    }
    case 'mix-groups':
      return { text: texts.mixed, command: { type: 'undo-mix' } }
    case 'move-person': {
      const person = before.people?.find(({ id }) => id === command.personId)
      const group = before.groups.find(({ id }) => id === command.groupId)
      if (person?.groupId === undefined || group === undefined) return undefined
      return {
        text: texts.moved(personName(person), group.letter),
        command: { type: 'move-person', personId: person.id, groupId: person.groupId },
      }
    }
    case 'change-background': {
      const person = before.people?.find(({ id }) => id === command.personId)
      if (person === undefined) return undefined
      const { background } = person
      return { text: texts.role(personName(person)), command: { ...command, background } }
    }
    case 'appoint-scribe': {
      const person = before.people?.find(({ id }) => id === command.personId)
      if (person === undefined) return undefined
      const text = texts.scribe(personName(person), command.on)
      return { text, command: { ...command, on: !command.on } }
    }
    case 'remove-person': {
      const person = before.people?.find(({ id }) => id === command.personId)
      if (person === undefined) return undefined
      return {
        text: texts.removed(personName(person)),
        command: { type: 'restore-person', personId: person.id },
      }
    }
    case 'restore-person': {
      const person = before.people?.find(({ id }) => id === command.personId)
      if (person === undefined) return undefined
      return {
        text: texts.restored(personName(person)),
        command: { type: 'remove-person', personId: person.id },
      }
    }
    case 'rename-group': {
      const group = before.groups.find(({ id }) => id === command.groupId)
      if (group === undefined) return undefined
      return { text: texts.renamed, command: { ...command, name: group.name } }
    }
    case 'show-on-wall':
      return { text: texts.wall, command: { type: 'show-on-wall', choice: before.wall } }
    case 'rename-session':
      return { text: texts.renamed, command: { type: 'rename-session', title: before.title } }
    case 'merge':
      return { text: texts.merged, command: { type: 'undo-merge' } }
    case 'bring-cards':
      return { text: texts.brought, command: { type: 'put-cards-back', cards: command.cards } }
    case 'freeze-groups':
      return { text: texts.frozen(command.on), command: { ...command, on: !command.on } }
    case 'choose-words':
      return {
        text: texts.chosen(command.words === 'theirs'),
        command: { ...command, words: 'open' },
      }
    case 'restore-board':
      // Which moment was kept just before is known once it is answered.
      return { text: texts.restoredBoard, command: { ...command, type: 'undo-restore' } }
    case 'take-away':
      // Under which name it was kept is known once it is answered.
      return { text: nlTakeAway.done, command: { type: 'put-back', id: '' } }
    case 'stack-cards':
    case 'split-stack':
    case 'reject-pair':
    case 'cluster-cards':
    case 'uncluster-cards':
    case 'name-cluster':
    case 'link-sources':
    case 'unlink-sources':
    case 'explain-unused':
      // Under which number is known once it is answered.
      return {
        text:
          arranged[arrangedBy[command.type]]?.('cards' in command ? command.cards.length : 1) ?? '',
        command: { type: 'undo-arrangement', number: 0 },
      }
    case 'ask':
    case 'ask-about':
      // Which question it became is known once it is answered.
      return { text: texts.asked, command: { type: 'close-question', questionId: '' } }
    case 'reveal-answers':
      return { text: texts.revealed, command: { ...command, type: 'hide-answers' } }
    case 'close-question':
      return { text: texts.closed, command: { ...command, type: 'reopen-question' } }
    case 'show-question':
      return { text: texts.shown(command.on), command: { ...command, on: !command.on } }
    case 'answer-critique': {
      const { critique } = command
      const asked = before.questions?.find(({ replies }) => replies?.[critique] !== undefined)
      const answer = asked?.replies?.[critique] ?? null
      return { text: texts.replied, command: { ...command, answer } }
    }
    case 'end-session':
      return { text: texts.ended, command: { type: 'reopen-session' } }
    default:
      return undefined
  }
}
