import {
  createShapePropsMigrationSequence,
  createTLSchema,
  defaultBindingSchemas,
  defaultShapeSchemas,
} from '@tldraw/tlschema'
import type { TLSchema } from '@tldraw/tlschema'
import { horizonProps, stipProps } from './stip.ts'
import { zoneProps } from './zone.ts'

/** Migrations of our own shapes: none yet, but the sequences exist, so that old boards can be migrated. */
export const zoneMigrations = createShapePropsMigrationSequence({ sequence: [] })
export const stipMigrations = createShapePropsMigrationSequence({ sequence: [] })
export const horizonMigrations = createShapePropsMigrationSequence({ sequence: [] })

// Embeds and bookmarks call other people's servers; video is more than a town hall's wifi carries.
const { embed: _embed, bookmark: _bookmark, video: _video, ...shapes } = defaultShapeSchemas

/** The shapes of our boards, by type: tldraw's own that we allow, and our own. */
export const boardShapes = {
  ...shapes,
  zone: { props: zoneProps, migrations: zoneMigrations },
  stip: { props: stipProps, migrations: stipMigrations },
  horizon: { props: horizonProps, migrations: horizonMigrations },
}

/** The schema that all records of our boards obey. */
export const boardSchema: TLSchema = createTLSchema({
  shapes: boardShapes,
  bindings: defaultBindingSchemas,
})
