import { ok } from '@stip/primitives'
import { z } from 'zod'
import type { Ability } from '../ability/ability.ts'
import type { SavedVersion, VersionsEvent, VersionsState } from './state.ts'

/** A version was saved, with what it says in the same breath. */
export type VersionsCommand = { readonly type: 'note-version'; readonly version: SavedVersion }

/** A version as screens are told of it. */
const VersionView = z.object({
  /** Its number. */
  id: z.string(),
  hash: z.string(),
  at: z.number(),
})

export interface VersionsParts {
  readonly versions: z.infer<typeof VersionView>[]
}

/** The vision as it was saved ("Bewaren als versie 1"): no version ever changes or goes. */
export const versions: Ability<{
  name: 'versions'
  beginning: object
  state: VersionsState
  command: VersionsCommand
  internal: VersionsCommand['type']
  event: VersionsEvent
  hears: never
  neighbours: object
  parts: VersionsParts
}> = {
  name: 'versions',
  upgrades: [],
  begin: () => ({ saved: [] }),

  commands: {
    'note-version': {
      givenBy: ['server'],
      afterEnd: true,
      decide: ({ saved }, { version }) => {
        const isThere = saved.some(({ number }) => number === version.number)
        return ok(isThere ? [] : [{ type: 'version-saved', version }])
      },
    },
  },

  parts: {
    versions: {
      schema: VersionView.array(),
      toldTo: ['facilitator', 'participant', 'observer', 'wall'],
      of: ({ saved }) =>
        saved.length === 0
          ? undefined
          : saved.map(({ number, hash, at }) => ({ id: number, hash, at })),
    },
  },
  told: {
    'version-saved': ({ version: { number, at } }) => ({ text: number, at }),
  },
  evolve: {
    'version-saved': ({ saved }, { version }) => ({ saved: [...saved, version] }),
  },
}
