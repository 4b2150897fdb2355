export type {
  Agenda,
  Background,
  BackgroundChoice,
  MixingRole,
  RoleGroup,
  Setting,
  Step,
  StepBoard,
  StepKind,
  Zone,
  ZoneColor,
  ZoneKind,
} from './agenda.ts'
export type {
  BoardKind,
  Group,
  MergeState,
  Person,
  Seat,
  Session,
  SessionBoard,
  StepClock,
  WallChoice,
} from './session.ts'
export type { Command, CommandRefusal } from './commands.ts'
