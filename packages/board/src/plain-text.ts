import type { Json, JsonObject } from '@stip/primitives'

/** The words of a rich text, a line for every paragraph. */
export function plainTextOf(richText: Json | undefined): string {
  if (!isNode(richText)) return ''
  const lines: string[] = []
  let line = ''
  // What is still to be read, last first.
  const waiting: (JsonObject | 'end')[] = [richText]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === 'end') {
      lines.push(line)
      line = ''
      continue
    }
    if (typeof node['text'] === 'string') line += node['text']
    if (node['type'] === 'hardBreak') line += '\n'
    if (node['type'] === 'paragraph' || node['type'] === 'heading') waiting.push('end')
    for (const child of childrenOf(node).toReversed()) waiting.push(child)
  }
  if (line !== '') lines.push(line)
  return lines.join('\n')
}

/** Words as TipTap JSON, a paragraph for every line. */
export function richTextFrom(words: string): JsonObject {
  const content = words.split('\n').map((line) => ({
    type: 'paragraph',
    ...(line !== '' && { content: [{ type: 'text', text: line }] }),
  }))
  return { type: 'doc', content }
}

function childrenOf(node: JsonObject): readonly JsonObject[] {
  const content = node['content']
  return Array.isArray(content) ? content.filter(isNode) : []
}

function isNode(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
