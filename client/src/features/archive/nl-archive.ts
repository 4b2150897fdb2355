/** What people read where they take a session home as an archive, or open one. */
export const nlArchive = {
  title: 'Archief',
  what: 'Alles van deze bijeenkomst in één bestand, voor de archivaris en om op een andere Stip te openen.',
  names: 'Er staan namen in van wie meedeed, en wat mensen schreven. Deel het met zorg.',
  notIn:
    'Niet erin: wie iets schreef zonder namen, stembriefjes, wat je weghaalde, eigen borden en links.',
  save: 'Archief (ZIP)',
  making: 'Even geduld: het archief wordt gemaakt.',
  made: 'Klaar: het archief staat bij je downloads.',
  unreachable: 'Geen verbinding. Probeer het zo nog eens.',
  notMade: 'Het archief kon niet worden gemaakt. Probeer het nog eens.',

  open: 'Open een archief',
  openHint:
    'Een ZIP-bestand van een bijeenkomst wordt hier dezelfde bijeenkomst, met nieuwe links.',
  opening: 'Even geduld: het archief wordt geopend.',
} as const
