/** What does not come along in an archive, told in the archive itself. */
export const leftOut: readonly string[] = [
  'Links, codes en apparaten: wie het archief opent, krijgt nieuwe.',
  'Stembriefjes: alleen wat de antwoorden samen opleverden is erin.',
  'Wie iets schreef terwijl namen uit stonden, en wanneer precies.',
  'Wat de begeleider weghaalde, en wie dat schreef. Een versie die al was bewaard, verandert niet: daarin staat het nog.',
  'Borden van mensen zelf, die alleen zij konden lezen.',
  'Wat er stond op tussenmomenten in een stap zonder namen, en wat een bord terugzetten precies veranderde.',
]

/** Tells who opens the archive what is in it. */
export function readme(title: string): string {
  return [
    `Archief van de bijeenkomst ‘${title}’`,
    '',
    'Dit is nog geen besluit: het is wat mensen samen schreven, tekenden en kozen.',
    'Er staan namen in van mensen die meededen. Bewaar en deel het met zorg.',
    '',
    'manifest.json  Elk bestand met zijn omvang en SHA-256.',
    'leesbaar/      Om te lezen: de visie per versie, de verslagen en de borden als plaatje en tabel.',
    'stip/          Voor Stip: hiermee opent een andere Stip dezelfde bijeenkomst.',
    'mdto/          Metagegevens volgens MDTO 1.0 (MDTO-XML 1.0.1) voor de archivaris.',
    '',
    'Openen kan op de beginpagina van elke Stip: ‘Open een archief’.',
    '',
    'Dit gaat niet mee:',
    ...leftOut.map((each) => `- ${each}`),
    '',
  ].join('\r\n')
}
