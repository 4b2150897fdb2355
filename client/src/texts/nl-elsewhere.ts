/** What only the observer reads, and who is at an address that is no screen. */
export const nlElsewhere = {
  noBoardYet: 'Er is nog geen bord. Het verschijnt hier vanzelf.',
  notFound: 'Deze pagina bestaat niet',
  notFoundHint: 'Kijk of het adres goed is getypt.',
}
