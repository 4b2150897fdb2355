/** What somebody types on a screen in the hall, from any address of this server: 'stip.example.nl/scherm'. */
export function screenAddress(link: string): string {
  return `${new URL(link).host}/scherm`
}
