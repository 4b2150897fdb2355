// One file for both: each file that comes later is named in what every page loads first.
export { HandButton } from './hand-button.tsx'
export { HandsFor } from './hands-for.tsx'
