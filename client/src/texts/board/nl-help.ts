/** How a board works, for who presses on the explanation of a step. */
export const nlHelp = {
  title: 'Hoe werkt het bord?',
  lines: [
    'Tik op Nieuw briefje en schrijf.',
    'Tik op Pen en teken met je vinger of muis.',
    'Tik op Kies om iets te verplaatsen.',
    'Sleep met twee vingers om te schuiven of te vergroten.',
    'Terug maakt alleen jouw laatste stap ongedaan.',
    'Alles wordt vanzelf opgeslagen.',
  ],
} as const

/** Whether others see who does what. */
export const nlNames = {
  shown: 'Je naam staat bij je cursor.',
  hidden: 'Bij je briefje staat geen naam.',
} as const
