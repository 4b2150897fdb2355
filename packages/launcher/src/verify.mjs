import { maintain } from './maintain.mjs'

// `npm run verify`: is everything that was stored still as it was written?

await maintain('verify')
