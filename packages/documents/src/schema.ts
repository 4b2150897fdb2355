import {
  createShapePropsMigrationSequence,
  createTLSchema,
  defaultBindingSchemas,
  defaultShapeSchemas,
} from '@tldraw/tlschema'
import type { TLSchema } from '@tldraw/tlschema'
import { zoneProps } from './zone.ts'

/** Migrations of the zone: none yet, but the sequence exists, so that old boards can be migrated. */
export const zoneMigrations = createShapePropsMigrationSequence({ sequence: [] })

// Embeds and bookmarks call other people's servers; video is more than a town hall's wifi carries.
const { embed: _embed, bookmark: _bookmark, video: _video, ...shapes } = defaultShapeSchemas

/** The shapes of our boards, by type: tldraw's own that we allow, and the zone. */
export const boardShapes = { ...shapes, zone: { props: zoneProps, migrations: zoneMigrations } }

/** The schema that all records of our boards obey. */
export const boardSchema: TLSchema = createTLSchema({
  shapes: boardShapes,
  bindings: defaultBindingSchemas,
})
