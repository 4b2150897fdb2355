import { maintain } from './maintain.mjs'

// `npm run restore -- BESTAND`: puts a backup back.

await maintain('restore')
