/**
 * Copies words, also over plain http, where browsers keep the clipboard from pages.
 *
 * @returns Whether it worked; the words stay on screen to be selected by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyFromField(text)
  }
}

function copyFromField(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  // Deprecated, and the only way without https.
  const isCopied = document.execCommand('copy')
  field.remove()
  return isCopied
}
