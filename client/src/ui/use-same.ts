import { useMemo } from 'react'

/** Small data that is worked out at every drawing, as the same object while it comes to the same. */
export function useSame<Data>(data: Data): Data {
  const json = JSON.stringify(data)
  return useMemo(() => JSON.parse(json) as Data, [json])
}
