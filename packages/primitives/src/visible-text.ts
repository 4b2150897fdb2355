/**
 * One line of text as people see it: without what is invisible, blank or turns text around, so that
 * two names that look the same are the same. What letters need stays: accents, joiners between
 * letters of scripts that are written with them, and what makes one picture of several.
 */
export function visibleText(text: string): string {
  const letters =
    text
      .replace(/\uFEFF/g, '')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .match(pieces) ?? []
  const seen: string[] = []
  let marks = 0
  for (const [at, letter] of letters.entries()) {
    // Judged by what was kept before it and, where it joins, by what is always kept after it: once is enough.
    if (!isSeen(letter, seen.at(-1) ?? ' ', letters[at + 1] ?? '', marks)) continue
    seen.push(letter)
    marks = mark.test(letter) ? marks + 1 : 0
  }
  return seen.join('').trimEnd()
}

/** The flags of England, Scotland and Wales are one flag and letters that are never seen; anything else is one letter. */
const pieces =
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}|./gsu

/** More marks on one letter than any language has cover the lines around it. */
const MOST_MARKS = 6
const mark = /^\p{M}$/u

/** What Unicode lets programs pass over, and what is drawn as nothing without that being said there. */
const unseen =
  // Each stands for itself: none is meant to combine with the one before it.
  // oxlint-disable-next-line no-misleading-character-class
  /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cs}\p{Co}\u2800\uFFF9-\uFFFC\uFFFE\uFFFF\uFDD0-\uFDEF\u{16FE4}\u{1D159}\u{13441}\u{13442}]/u

const picture = /\p{Extended_Pictographic}/u
const partOfPicture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u
/** Letters, and the marks on them, that change form beside others. */
const joined =
  /^(?=[\p{L}\p{M}])[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]$/u
const joinedLetter = new RegExp(`^(?=\\p{L})${joined.source.slice(1)}`, 'u')

function isSeen(letter: string, before: string, after: string, marks: number): boolean {
  switch (letter) {
    case ' ':
      return before !== ' '
    case '\u200C':
      return joined.test(before) && joinedLetter.test(after)
    case '\u200D':
      return (
        (partOfPicture.test(before) && picture.test(after)) ||
        (joined.test(before) && joinedLetter.test(after))
      )
    case '\uFE0E':
    case '\uFE0F':
      return picture.test(before) || (/^[\d#*]$/.test(before) && after === '\u20E3')
    default:
      // A flag is one piece of several letters.
      if (letter.length > 2) return true
      return !unseen.test(letter) && (!mark.test(letter) || (before !== ' ' && marks < MOST_MARKS))
  }
}
