/**
 * Puts a text on the clipboard. The modern way exists only over https; the old one works in a
 * town hall too.
 *
 * @returns Whether it worked; when not, a person can copy it by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext && 'clipboard' in navigator) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // Refused by the browser's settings; the old way may still be allowed.
    }
  }
  return copyByCommand(text)
}

function copyByCommand(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('readonly', '')
  field.style.position = 'fixed'
  field.style.opacity = '0'
  // Inside the open dialog, because the page behind it cannot take the focus.
  const place = document.querySelector('dialog[open]') ?? document.body
  place.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  return isCopied
}
