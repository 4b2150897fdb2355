import './ui/nl-design-system.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { hideSecret } from './live/entrance.ts'

hideSecret()

const place = document.getElementById('stip')
if (place === null) throw new Error('index.html has no place for Stip.')
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
