import { maintain } from './maintain.mjs'

// `npm run backup -- BESTAND`: everything in one file, also while Stip runs.

await maintain('backup')
