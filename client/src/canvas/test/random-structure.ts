import type { Editor as TextEditor } from '@tiptap/core'
import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'

/** What makes more of a text than lines: lists in lists, headings, links, highlights, and a page that is pasted. */
export function structure(
  typing: TextEditor,
  selection: { readonly from: number; readonly to: number },
  random: Random,
): void {
  const commands = typing.chain().setTextSelection(selection)
  const way = below(random, 12)
  if (way < 2) commands.sinkListItem('listItem').run()
  else if (way < 4) commands.liftListItem('listItem').run()
  else if (way === 4) commands.toggleList('orderedList', 'listItem').run()
  else if (way === 5) commands.splitListItem('listItem').run()
  else if (way === 6) commands.toggleNode('heading', 'paragraph', { level: 2 }).run()
  else if (way === 7) commands.toggleMark('highlight').run()
  else if (way === 8)
    commands.setMark('link', { href: addresses[below(random, addresses.length)] ?? '' }).run()
  else if (way === 9) commands.joinBackward().run()
  else if (way === 10) commands.selectAll().deleteSelection().run()
  else {
    commands.run()
    typing.view.pasteHTML(
      pages[below(random, pages.length)] ?? '',
      new Event('paste') as ClipboardEvent,
    )
  }
}

const addresses = ['https://stip.example', 'tel:112', 'https://a:b@stip.example'] as const
const pages = [
  '<ul><li>een<ul><li>twee</li></ul></li><li><h2>kop</h2></li></ul>',
  '<ol start="abc" type="upper-roman"><li><p>een</p><p>twee</p></li></ol><h3>kop</h3>',
  '<p>zie <a href="sms:112" class="x">hier</a><br>en daar</p>',
] as const
