/** Between two notes a field is empty for a moment; who goes on within this time is still typing. Milliseconds. */
const PAUSE_MS = 3000
/** How often is looked whether hands are still. Milliseconds. */
const EVERY_MS = 250

let typedAt = -Infinity
let isPressing = false

function type(): void {
  typedAt = performance.now()
}

function press(): void {
  isPressing = true
}

function letGo(): void {
  isPressing = false
}

const followed = [
  ['input', type],
  ['pointerdown', press],
  ['pointerup', letGo],
  ['pointercancel', letGo],
] as const

/** Follows what hands do, from now on. @returns Stops following. */
export function followHands(): () => void {
  for (const [name, hear] of followed) addEventListener(name, hear, true)
  return () => {
    letGo()
    for (const [name, hear] of followed) removeEventListener(name, hear, true)
  }
}

/** Whether somebody types, or holds something that is not let go. */
export function isAtHand(): boolean {
  const field = document.activeElement
  const isOpen = field instanceof HTMLElement && field.isContentEditable
  if (isPressing || isOpen) return true
  const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
  if (!isText || (field.type !== 'textarea' && field.type !== 'text')) return false
  return field.value !== '' || performance.now() - typedAt < PAUSE_MS
}

/** Looks again and again whether hands are still, for who waits for it. */
export function whileWaiting(look: () => void): () => void {
  const timer = setInterval(look, EVERY_MS)
  return () => clearInterval(timer)
}
