import type { ReactElement } from 'react'
import { encode } from 'uqr'

interface QrProps {
  readonly address: string
  readonly label: string
}

/** A QR code as one path: sharp at every size, ink on white with the quiet edge scanners need. */
export function Qr({ address, label }: QrProps): ReactElement {
  const { data, size } = encode(address, { border: 2, ecc: 'M' })
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg className="stip-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#1b1f24" shapeRendering="crispEdges" />
    </svg>
  )
}
