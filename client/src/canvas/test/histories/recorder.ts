import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'

/**
 * One burst of keys of one writer: where in the own text, how many letters are taken away there by
 * Backspace, and what is typed then.
 */
export type Burst = readonly [writer: number, at: number, erased: number, typed: string]

const words = (
  'wij willen een plein waar kinderen spelen en ouderen zitten met meer bomen minder autos ' +
  'en water dat je hoort als je langs fietst een markt op zaterdag en een huis voor de buurt ' +
  'waar de deur open staat ook des avonds 🌳 zodat niemand alleen eet'
).split(' ')

/**
 * Makes up how several people type in one note at once, key by key as people do: in bursts, with
 * slips that they take back at once, words that they change their mind about, and jumps to
 * something earlier that they add to.
 */
export function recordHistory(random: Random, writers: number, keys: number): readonly Burst[] {
  const texts = Array.from({ length: writers }, () => '')
  const carets = texts.map(() => 0)
  const bursts: Burst[] = []
  let writer = 0
  for (let made = 0; made < keys;) {
    // Mostly somebody goes on; then another one is quicker.
    if (below(random, 3) === 0) writer = below(random, writers)
    const text = texts[writer] ?? ''
    const caret = place(text, carets[writer] ?? 0, random)
    const erased = below(random, 4) === 0 ? slip(text.slice(0, caret), random) : 0
    const typed = inOwnLetters(burst(random), writer)
    texts[writer] = text.slice(0, caret - erased) + typed + text.slice(caret)
    carets[writer] = caret - erased + typed.length
    bursts.push([writer, caret, erased, typed])
    made += erased + typed.length
  }
  return bursts
}

/** What each writer wrote, as it would stand there without the others. */
export function textsOf(bursts: readonly Burst[], writers: number): readonly string[] {
  const texts = Array.from({ length: writers }, () => '')
  for (const [writer, at, erased, typed] of bursts) {
    const text = texts[writer] ?? ''
    texts[writer] = text.slice(0, at - erased) + typed + text.slice(at)
  }
  return texts
}

/** Where the writer goes on: mostly where they were, at times at the start of an earlier word. */
function place(text: string, caret: number, random: Random): number {
  if (below(random, 12) > 0) return caret
  if (below(random, 2) === 0) return text.length
  const spaces = [...text.matchAll(/[ _-]/g)].map(({ index }) => index + 1)
  return spaces[below(random, Math.max(1, spaces.length))] ?? text.length
}

/** How many letters are taken back: a few, or the last word. Never half of a character. */
function slip(before: string, random: Random): number {
  const lastWord = before.slice(0, -1).search(/[^ _-]*$/)
  const wanted = below(random, 3) === 0 ? before.length - lastWord : 3
  const characters = Array.from(before).slice(-Math.min(wanted, 12))
  return characters.join('').length
}

/**
 * Every writer has letters of their own. Where two type the same letter side by side, nobody can
 * say whose is whose: the text editor compares texts, and to it both are as good.
 */
function inOwnLetters(text: string, writer: number): string {
  if (writer === 0) return text
  if (writer === 1) return text.toUpperCase().replaceAll(' ', '_').replaceAll('🌳', '🚲')
  return text
    .replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0x3_50))
    .replaceAll(' ', '-')
    .replaceAll('🌳', '☂')
}

function burst(random: Random): string {
  const word = words[below(random, words.length)] ?? ''
  const hasTwo = below(random, 3) === 0
  return hasTwo ? `${word} ${words[below(random, words.length)] ?? ''} ` : `${word} `
}
