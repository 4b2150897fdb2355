import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { z } from 'zod'
import type { Ability, SentRule } from '../ability/ability.ts'
import type { Body } from '../ability/bodies.ts'
import { TypedText } from '../ability/bodies.ts'
import { limits } from '../ability/limits.ts'
import type { CommandRefusal } from '../ability/refusals.ts'
import { optionalText } from '../ability/text.ts'
import { changed, takenBack } from './changes.ts'
import { arrangedBy, cardsNamed, changesOf } from './commands.ts'
import type { ArrangeCommand } from './commands.ts'
import { ARRANGEMENTS_KEPT } from './state.ts'
import type { Arrangement, VisionEvent, VisionState } from './state.ts'
import { visionParts } from './view.ts'
import type { VisionParts } from './view.ts'
import { Cards, RecordName } from './vision.schema.ts'

export type VisionCommand =
  | ArrangeCommand
  /** By its number; what was decided since stays. */
  | { readonly type: 'undo-arrangement'; readonly number: number }

interface VisionTypes {
  name: 'vision'
  beginning: object
  state: VisionState
  command: VisionCommand
  internal: never
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
    'explain-unused': arranging<'explain-unused'>({ card: RecordName, why: TypedText }),
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
  },

  parts: visionParts,
  told: {
    'vision-arranged': ({ number, did, count }) => ({ id: String(number), text: did, count }),
    'arrangement-undone': ({ number, of }) => ({ id: String(number), count: of }),
  },
  evolve: {
    'vision-arranged': (state, { number, changes }) => after(state, { number, changes }),
    'arrangement-undone': (state, { number, changes }) => after(state, { number, changes }),
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
  const size = Object.keys(changed(fields, changes)).length
  if (size > limits.visionFields && size > Object.keys(fields).length) {
    return refuse('vision-is-full')
  }
  const [did, count] = [arrangedBy[command.type], cardsNamed(command)]
  return ok([{ type: 'vision-arranged', number: before + 1, did, count, changes }])
}

function after({ fields, arrangements }: VisionState, arrangement: Arrangement): VisionState {
  return {
    fields: changed(fields, arrangement.changes),
    arrangements: [...arrangements, arrangement].slice(-ARRANGEMENTS_KEPT),
    count: arrangement.number,
  }
}
