/**
 * Base of every error that Stip throws on purpose.
 *
 * `code` is part of our contract: it appears in logs and API answers and is never reworded.
 * `message` is for developers and may change at any time; screens translate `code` instead.
 */
export abstract class StipError extends Error {
  abstract readonly code: `STIP_${string}`
}
