/** What somebody at a board needs not at first, in one part: it comes after the board itself. */
export { CalmStep } from '../../features/step/calm-step.tsx'
export { ToldAway } from '../../features/take-away/told-away.tsx'
export { EndedPlace } from '../participant/ended-place.tsx'
export { WhereNotesAre } from '../participant/where-notes-are.tsx'
