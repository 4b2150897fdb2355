/** What who takes part is told while the boards of groups stand still. */
export const nlFrozen = {
  told: 'De begeleider zette de borden van de groepen stil: lezen kan, schrijven straks weer.',
} as const
