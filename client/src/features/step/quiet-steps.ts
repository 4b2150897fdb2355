/** Steps without a board, and the end: who is at a board needs neither. */
export { CalmStep } from './calm-step.tsx'
export { EndedStep } from './ended-step.tsx'
