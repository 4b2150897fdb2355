import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { z } from 'zod'
import type { Ability, SentRule } from '../ability/ability.ts'
import type { Body } from '../ability/bodies.ts'
import { TypedText } from '../ability/bodies.ts'
import { limits } from '../ability/limits.ts'
import type { CommandRefusal } from '../ability/refusals.ts'
import { optionalText, requiredText } from '../ability/text.ts'
import { changed, takenBack } from './changes.ts'
import { arrangedBy, cardsNamed, changesOf } from './commands.ts'
import type { ArrangeCommand } from './commands.ts'
import { ARRANGEMENTS_KEPT } from './state.ts'
import type {
  Arrangement,
  ChosenWords,
  FieldChanges,
  MakerAnswer,
  VisionEvent,
  VisionFields,
  VisionState,
} from './state.ts'
import { visionParts } from './view.ts'
import { verifiedAs } from './verify.ts'
import type { VisionParts } from './view.ts'
import { Cards, RecordName } from './vision.schema.ts'

export type VisionCommand =
  | ArrangeCommand
  /** By its number; what was decided since stays. */
  | { readonly type: 'undo-arrangement'; readonly number: number }
  /** The server found out that it is the maker of the card who says so. */
  | {
      readonly type: 'note-verified'
      readonly statement: string
      readonly card: string
      readonly answer: MakerAnswer
      /** What it should say, with 'different'. */
      readonly text: string
    }

  /** The server had the board take them, or took that back. */
  | {
      readonly type: 'note-words-chosen'
      readonly record: string
      readonly words: ChosenWords
    }

interface VisionTypes {
  name: 'vision'
  beginning: object
  state: VisionState
  command: VisionCommand
  internal: 'note-verified' | 'note-words-chosen'
  event: VisionEvent
  hears: never
  neighbours: object
  parts: VisionParts
}

type Arrange<Type extends ArrangeCommand['type']> = Extract<ArrangeCommand, { readonly type: Type }>
type Outcome = Result<readonly VisionEvent[], CommandRefusal>

/** The vision: which cards say the same, which belong together, and which statements are made from them. */
export const vision: Ability<VisionTypes> = {
  name: 'vision',
  upgrades: [],
  begin: () => ({ fields: {}, arrangements: [], count: 0 }),

  commands: {
    'stack-cards': arranging<'stack-cards'>({ cards: Cards }),
    'split-stack': arranging<'split-stack'>({ cards: Cards }),
    'reject-pair': arranging<'reject-pair'>({ one: RecordName, other: RecordName }),
    'cluster-cards': arranging<'cluster-cards'>({
      cards: Cards,
      cluster: RecordName.nullable(),
      name: TypedText,
    }),
    'uncluster-cards': arranging<'uncluster-cards'>({ cards: Cards }),
    'name-cluster': arranging<'name-cluster'>({ cluster: RecordName, name: TypedText }),
    'link-sources': arranging<'link-sources'>({ statement: RecordName, cards: Cards }),
    'unlink-sources': arranging<'unlink-sources'>({ statement: RecordName, cards: Cards }),
    'explain-unused': arranging<'explain-unused'>({ cards: Cards, why: TypedText }),
    'undo-arrangement': {
      body: { number: z.number().int().min(1) },
      givenBy: ['facilitator'],
      decide: ({ fields, arrangements, count }, { number }) => {
        const found = arrangements.find((each) => each.number === number)
        const changes = found === undefined ? {} : takenBack(fields, found.changes)
        if (Object.keys(changes).length === 0) return refuse('nothing-to-undo')
        return ok([{ type: 'arrangement-undone', number: count + 1, of: number, changes }])
      },
    },
    'note-words-chosen': {
      givenBy: ['server'],
      afterEnd: true,
      decide: (_state, { record, words }) => ok([{ type: 'words-chosen', record, words }]),
    },
    'note-verified': { givenBy: ['server'], decide: ({ fields }, said) => verified(fields, said) },
  },

  parts: visionParts,
  told: {
    'vision-arranged': ({ number, did, count }) => ({ id: String(number), text: did, count }),
    'arrangement-undone': ({ number, of }) => ({ id: String(number), count: of }),
    'words-chosen': ({ record, words }) => ({ id: record, text: words }),
    // Of which card it is, would tell something of who made that.
    'statement-verified': ({ answer }) => ({ text: answer }),
  },
  evolve: {
    'vision-arranged': (state, { number, changes }) => after(state, { number, changes }),
    'arrangement-undone': (state, { number, changes }) => after(state, { number, changes }),
    'words-chosen': (state) => state,
    // Nobody takes it back but who said it, so it is none of the decisions that can be.
    'statement-verified': (state, { changes }) => ({
      ...state,
      fields: changed(state.fields, changes),
    }),
  },
}

function arranging<Type extends ArrangeCommand['type']>(
  body: Body<Arrange<Type>>,
): SentRule<VisionTypes, Arrange<Type>> {
  return {
    body,
    givenBy: ['facilitator'],
    decide: (state, command) => {
      const typed = asShown(command)
      return typed.ok ? arranged(state, typed.value) : typed
    },
  }
}

/** With what was typed as it is seen, and not too long. */
function asShown(command: ArrangeCommand): Result<ArrangeCommand, CommandRefusal> {
  if ('name' in command) {
    const name = optionalText(command.name, limits.clusterNameLength)
    return name.ok ? ok({ ...command, name: name.value }) : name
  }
  if (command.type !== 'explain-unused') return ok(command)
  const why = optionalText(command.why, limits.reasonLength)
  return why.ok ? ok({ ...command, why: why.value }) : why
}

function arranged({ fields, count: before }: VisionState, command: ArrangeCommand): Outcome {
  const changes = changesOf(fields, command)
  if (Object.keys(changes).length === 0) return ok([])
  if (isTooMuch(fields, changes)) return refuse('vision-is-full')
  const [did, count] = [arrangedBy[command.type], cardsNamed(command)]
  return ok([{ type: 'vision-arranged', number: before + 1, did, count, changes }])
}

function verified(
  fields: VisionFields,
  said: Extract<VisionCommand, { readonly type: 'note-verified' }>,
): Outcome {
  const { statement, card, answer } = said
  const text = answer === 'different' ? requiredText(said.text, limits.reasonLength) : ok('')
  if (!text.ok) return text
  const changes = verifiedAs(fields, { statement, card, answer, text: text.value })
  if (Object.keys(changes).length === 0) return ok([])
  if (isTooMuch(fields, changes)) return refuse('vision-is-full')
  return ok([{ type: 'statement-verified', statement, answer, changes }])
}

function isTooMuch(fields: VisionFields, changes: FieldChanges): boolean {
  const size = Object.keys(changed(fields, changes)).length
  return size > limits.visionFields && size > Object.keys(fields).length
}

function after({ fields, arrangements }: VisionState, arrangement: Arrangement): VisionState {
  return {
    fields: changed(fields, arrangement.changes),
    arrangements: [...arrangements, arrangement].slice(-ARRANGEMENTS_KEPT),
    count: arrangement.number,
  }
}
