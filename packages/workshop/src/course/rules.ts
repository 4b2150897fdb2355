import { ok, refuse, visibleText } from '@stip/primitives'
import type { Ability } from '../ability/ability.ts'
import { TypedText } from '../ability/bodies.ts'
import { limits } from '../ability/limits.ts'
import { requiredText } from '../ability/text.ts'
import type { CourseEvent, CourseState } from './state.ts'

export type CourseCommand =
  | { readonly type: 'rename-session'; readonly title: string }
  | { readonly type: 'end-session' }
  | { readonly type: 'reopen-session' }

export const course: Ability<{
  name: 'course'
  beginning: { readonly title: string; readonly now: number }
  state: CourseState
  command: CourseCommand
  event: CourseEvent
  internal: never
  hears: never
  neighbours: object
  parts: object
}> = {
  name: 'course',
  upgrades: [],
  begin: ({ title, now }) => ({ title: visibleText(title), createdAt: now, endedAt: undefined }),

  commands: {
    'rename-session': {
      body: { title: TypedText },
      givenBy: ['facilitator'],
      decide: (state, command) => {
        const title = requiredText(command.title, limits.titleLength)
        if (!title.ok) return title
        const isSame = title.value === state.title
        return ok(isSame ? [] : [{ type: 'session-renamed', title: title.value }])
      },
    },

    'end-session': {
      body: {},
      givenBy: ['facilitator'],
      decide: (_state, _command, { now }) => ok([{ type: 'session-ended', at: now }]),
    },

    'reopen-session': {
      body: {},
      givenBy: ['facilitator'],
      afterEnd: true,
      decide: ({ endedAt }) =>
        endedAt === undefined ? refuse('session-is-not-over') : ok([{ type: 'session-reopened' }]),
    },
  },

  parts: {},
  told: {
    'session-renamed': ({ title }) => ({ text: title }),
    'session-ended': () => ({}),
    'session-reopened': () => ({}),
  },
  evolve: {
    'session-renamed': (state, { title }) => ({ ...state, title }),
    'session-ended': (state, { at }) => ({ ...state, endedAt: at }),
    'session-reopened': (state) => ({ ...state, endedAt: undefined }),
  },
}
