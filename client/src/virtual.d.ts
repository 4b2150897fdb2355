declare module 'virtual:voorbeeld-tokens.css'

/** A typeface with only some of its letters; see `client/build/signs-only.ts`. */
declare module '*?url&signs=arrows' {
  const address: string
  export default address
}

declare module '*?url&signs=marks' {
  const address: string
  export default address
}

declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { TablerIcon } from '@tabler/icons-react'
  const icon: TablerIcon
  export default icon
}

/** A typeface of one weight that a document can hold; see `client/build/true-type.ts`. */
declare module '*?truetype=400' {
  const address: string
  export default address
}

declare module '*?truetype=600' {
  const address: string
  export default address
}
