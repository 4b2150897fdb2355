/** What people read where they take home a saved version of the vision. */
export const nlVisionDocument = {
  title: (version: string) => `Versie ${version} downloaden`,
  notDecided: 'Dit is nog geen besluit.',
  kinds: {
    document: 'De visie, met waar elke zin vandaan komt',
    participation: 'Verslag van de participatie: wie deden mee, wat is overgenomen en wat niet',
  },
  formats: {
    pdf: 'PDF, om te lezen en te printen',
    docx: 'Word, om in verder te schrijven',
    html: 'Webpagina, voor in een browser',
    md: 'Markdown, platte tekst',
    csv: 'CSV, een tabel voor Excel',
    json: 'JSON, gegevens met het kenmerk',
  },
  making: 'Even geduld: het bestand wordt gemaakt.',
  made: (format: string) => `Klaar: ${format} staat bij je downloads.`,
  unreachable: 'Geen verbinding. Probeer het zo nog eens.',
  notMade: 'Het bestand kon niet worden gemaakt. Probeer het nog eens, of kies een ander bestand.',
} as const
