import type { Json, JsonObject } from '@stip/primitives'

/** The words of a rich text, a line for every paragraph. */
export function plainTextOf(richText: Json | undefined): string {
  if (!isNode(richText)) return ''
  const lines: string[] = []
  let line = ''
  const read = (node: JsonObject): void => {
    if (typeof node['text'] === 'string') line += node['text']
    if (node['type'] === 'hardBreak') line += '\n'
    for (const child of childrenOf(node)) read(child)
    if (node['type'] === 'paragraph' || node['type'] === 'heading') {
      lines.push(line)
      line = ''
    }
  }
  read(richText)
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
