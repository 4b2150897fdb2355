/** What the list should open with: a form, the key cards, or just the step of now. */
export type OutlineWish = { readonly kind: 'key-cards' } | { readonly kind: 'describe' }
