import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.tsx') && !/\.test\.|\/(?:test|bench)\//.test(name))
  .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }))

/** Fields in which nobody writes words. */
const wordless = /type="(?:radio|checkbox|file|range|color)"|aria-label=\{slider|readOnly/

/** Words that are ours, in Dutch, although their name in the code says nothing of that. */
const ours: readonly string[] = [
  'ui/controls/text-field.tsx: {label}',
  'ui/controls/select.tsx: {props.label}',
  'features/agenda/agenda-panel.tsx: {step.title}',
  'features/agenda/say-card.tsx: {props.title}',
  'features/boards/status-pill.tsx: {text}',
  'features/history/panel-parts.tsx: {props.title}',
  'features/in-out/import-sheet.tsx: {progress.text}',
  'features/in-out/import-sheet.tsx: {title}',
  'features/join/role-form.tsx: {background.name}',
  'features/outline/forms/choice-form.tsx: {label}',
  'features/outline/forms/words-form.tsx: {label}',
  'features/people/role-table.tsx: {role.name}',
  'features/wall/wall-step.tsx: {step?.title}',
  'features/step/step-sheet.tsx: {step.title}',
  'features/step/step-words.tsx: {title}',
  'features/phone/sent-line.tsx: {words}',
  'board/refused-bar.tsx: {title}',
  'canvas/chrome/tool-button.tsx: {name}',
  'canvas/chrome/new-note-button.tsx: {name}',
  'canvas/chrome/notice-line.tsx: {notice.text}',
  'canvas/chrome/notice-line.tsx: {notice.action.name}',
  'canvas/images/photo-sheet.tsx: {title}',
  'ui/notices/message-page.tsx: {title}',
  'ui/notices/message-page.tsx: {text}',
  'ui/controls/undo-bar.tsx: {text}',
  'ui/controls/menu.tsx: {label}',
  'features/links/link-row.tsx: {label}',
  'features/questions/said-list.tsx: {part.title}',
  'features/questions/answering/reason-form.tsx: {label}',
  'features/questions/asking/question-panel.tsx: {text}',
]

describe('words that people write keep their direction, from the right or from the left', () => {
  it('in every field', () => {
    const without = files.flatMap(({ name, text }) =>
      [...text.matchAll(/<(?:input|textarea|option)\b(?:[^>]|=>)*?\/?>/g)]
        .map(([field]) => field)
        .filter((field) => !field.includes('dir="auto"') && !wordless.test(field))
        .map((field) => `${name}: ${field.replaceAll(/\s+/g, ' ')}`),
    )
    expect(without).toEqual([])
  })

  it('wherever they are shown', () => {
    const shown =
      /(?:>|^\s*)(\{(?:[\w.?]*\b)?(?:name|title|text|words|textNow|label)\}|\{personName\([\w.]+\)\})/gm
    const without = files.flatMap(({ name, text }) =>
      [...text.matchAll(shown)]
        .filter(({ index }) => !isInside(text.slice(0, index + 1)))
        .map(([, words]) => `${name}: ${words}`),
    )
    expect(
      without.filter((each) => !ours.includes(each) && !/: \{(?:nl[A-Za-z]*|texts)\./.test(each)),
    ).toEqual([])
  })
})

/** Whether the element that is open at the end of this source has a direction of its own. */
function isInside(before: string): boolean {
  const tag =
    [...before.matchAll(/<(?:[a-z]\w*|[A-Z]\w*)(?:\s(?:[^<>]|=>)*)?>?/g)].at(-1)?.[0] ?? ''
  return tag.includes('dir="auto"') || tag.startsWith('<bdi')
}
