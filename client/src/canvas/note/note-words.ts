import type { TLRichText } from 'tldraw'

/**
 * The lines of a text without any markup, which is nearly every note; undefined for what needs
 * tldraw to draw it.
 */
export function plainLines({ content }: TLRichText): readonly string[] | undefined {
  const lines: string[] = []
  for (const paragraph of content as readonly unknown[]) {
    const line = plainLine(paragraph)
    if (line === undefined) return undefined
    lines.push(line)
  }
  return lines
}

function plainLine(paragraph: unknown): string | undefined {
  if (!isNode(paragraph) || paragraph.type !== 'paragraph') return undefined
  const { content = [] } = paragraph
  if (!Array.isArray(content)) return undefined
  let line = ''
  for (const part of content as readonly unknown[]) {
    if (!isNode(part) || part.type !== 'text' || part.marks !== undefined) return undefined
    if (typeof part.text !== 'string') return undefined
    line += part.text
  }
  return line
}

interface TextNode {
  readonly type?: unknown
  readonly content?: unknown
  readonly marks?: unknown
  readonly text?: unknown
}

function isNode(value: unknown): value is TextNode {
  return typeof value === 'object' && value !== null
}
