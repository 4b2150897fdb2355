/** `localStorage` as browsers have it: what is kept are its own properties. */
export function browserStorage(): object {
  const hidden = { enumerable: false }
  return Object.defineProperties(
    {},
    {
      getItem: {
        ...hidden,
        value(this: Record<string, string>, key: string) {
          return this[key] ?? null
        },
      },
      setItem: {
        ...hidden,
        value(this: Record<string, string>, key: string, text: string) {
          this[key] = text
        },
      },
      removeItem: {
        ...hidden,
        value(this: Record<string, string>, key: string) {
          // oxlint-disable-next-line typescript/no-dynamic-delete
          delete this[key]
        },
      },
    },
  )
}
