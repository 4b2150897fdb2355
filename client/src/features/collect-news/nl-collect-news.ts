import type { CollectNewsAnswer } from '@stip/api'

type News = Omit<CollectNewsAnswer['groups'][number], 'groupId'>

/** Words about what groups made since the vision collected. */
export const nlCollectNews = {
  title: 'Nieuw sinds het verzamelen',
  take: 'Neem over',
  taking: 'Even geduld …',
  takeLong: 'Zet dit op de visie. Niemand verlaat het eigen bord, en je kunt het ongedaan maken.',
  /** '2 nieuw, 1 veranderd, 1 ingetrokken' */
  of: ({ added, updated, withdrawn, kept, hasDrawn }: News): string =>
    [
      added > 0 && `${added} nieuw`,
      updated > 0 && `${updated} veranderd`,
      withdrawn > 0 && `${withdrawn} ingetrokken`,
      kept > 0 && `${kept} ook hier veranderd`,
      hasDrawn && added === 0 && 'tekening veranderd',
    ]
      .filter((part) => part !== false)
      .join(', '),
} as const
