import {
  clustered,
  explained,
  linked,
  named,
  rejected,
  split,
  stacked,
  unclustered,
  unlinked,
} from './changes.ts'
import type { Arranged, FieldChanges, VisionFields } from './state.ts'

type Names = readonly string[]

/** A decision about cards on the vision. */
export type ArrangeCommand =
  | { readonly type: 'stack-cards'; readonly cards: Names }
  /** Each of these is by itself again, and not the same as the rest of its stack. */
  | { readonly type: 'split-stack'; readonly cards: Names }
  /** "Dit is niet hetzelfde", of a proposal. */
  | { readonly type: 'reject-pair'; readonly one: string; readonly other: string }
  /** Without a cluster they make one of their own, with this name. */
  | {
      readonly type: 'cluster-cards'
      readonly cards: Names
      readonly cluster: string | null
      readonly name: string
    }
  | { readonly type: 'uncluster-cards'; readonly cards: Names }
  | { readonly type: 'name-cluster'; readonly cluster: string; readonly name: string }
  | { readonly type: 'link-sources'; readonly statement: string; readonly cards: Names }
  | { readonly type: 'unlink-sources'; readonly statement: string; readonly cards: Names }
  /** "Niet gebruikt, omdat …" */
  | { readonly type: 'explain-unused'; readonly cards: Names; readonly why: string }

/** What each is called once it is done. */
export const arrangedBy: Readonly<Record<ArrangeCommand['type'], Arranged>> = {
  'stack-cards': 'cards-stacked',
  'split-stack': 'stack-split',
  'reject-pair': 'pair-rejected',
  'cluster-cards': 'cards-clustered',
  'uncluster-cards': 'cards-unclustered',
  'name-cluster': 'cluster-named',
  'link-sources': 'sources-linked',
  'unlink-sources': 'sources-unlinked',
  'explain-unused': 'unused-explained',
}

type Changes = {
  readonly [Type in ArrangeCommand['type']]: (
    fields: VisionFields,
    command: Extract<ArrangeCommand, { readonly type: Type }>,
  ) => FieldChanges
}

const changes: Changes = {
  'stack-cards': (fields, { cards }) => stacked(fields, cards),
  'split-stack': (fields, { cards }) => split(fields, cards),
  'reject-pair': (fields, { one, other }) => rejected(fields, [one, other]),
  'cluster-cards': (fields, { cards, cluster, name }) =>
    clustered(fields, cards, { cluster: cluster ?? undefined, name }),
  'uncluster-cards': (fields, { cards }) => unclustered(fields, cards),
  'name-cluster': (fields, { cluster, name }) => named(fields, cluster, name),
  'link-sources': (fields, { statement, cards }) => linked(fields, statement, cards),
  'unlink-sources': (fields, { statement, cards }) => unlinked(fields, statement, cards),
  'explain-unused': (fields, { cards, why }) => explained(fields, cards, why),
}

/** What a decision changes; nothing when it is so already. */
export function changesOf(fields: VisionFields, command: ArrangeCommand): FieldChanges {
  const change = changes[command.type] as (
    fields: VisionFields,
    command: ArrangeCommand,
  ) => FieldChanges
  return change(fields, command)
}

/** How many cards a decision names. */
export function cardsNamed(command: ArrangeCommand): number {
  if ('cards' in command) return command.cards.length
  return command.type === 'reject-pair' ? 2 : 1
}
