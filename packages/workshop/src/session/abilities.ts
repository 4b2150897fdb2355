import { attention } from '../attention/rules.ts'
import { boardRules } from '../board-rules/rules.ts'
import { boards } from '../boards/rules.ts'
import { clock } from '../clock/rules.ts'
import { course } from '../course/rules.ts'
import { hands } from '../hands/rules.ts'
import { merging } from '../merging/rules.ts'
import { people } from '../people/rules.ts'
import { questions } from '../questions/rules.ts'
import { steps } from '../steps/rules.ts'
import { takenAway } from '../taken-away/rules.ts'
import { versions } from '../versions/rules.ts'
import { vision } from '../vision/rules.ts'

/** All that a session can do. A new ability is a folder of its own and a line here. */
export const abilities = [
  course,
  boards,
  steps,
  clock,
  people,
  attention,
  merging,
  boardRules,
  takenAway,
  hands,
  vision,
  versions,
  questions,
] as const

type TypesOf<Ability> = Ability extends { readonly types?: infer Types }
  ? NonNullable<Types>
  : never
type Types = TypesOf<(typeof abilities)[number]>

/** The state of every ability, by its name. */
export type States = { readonly [Each in Types as Each['name']]: Each['state'] }

/** What can be asked of a session. */
export type Command = Types['command']

type SentOf<Each> = Each extends Types
  ? Exclude<Each['command'], { readonly type: Each['internal'] }>
  : never

/** What screens can ask of it. */
export type SentCommand = SentOf<Types>

type Every<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never

/** What screens are told by the abilities themselves, by name. */
export type Told = Every<Types['parts']>

/** What can happen in a session. */
export type SessionEvent = Types['event']
