/**
 * The parts of NL Design System that Stip uses. The tokens of these style sheets come first in
 * neutral (voorbeeld), then in Stip's own values; a municipality replaces `theme/stip.css`.
 */
import '@nl-design-system-candidate/button-css/button.css'
import '@nl-design-system-candidate/heading-css/heading.css'
import '@nl-design-system-candidate/link-css/link.css'
import '@nl-design-system-candidate/number-badge-css/number-badge.css'
import '@nl-design-system-candidate/paragraph-css/paragraph.css'
import '@nl-design-system-candidate/skip-link-css/skip-link.css'
import '@utrecht/alert-css/dist/index.css'
import '@utrecht/form-field-css/dist/index.css'
import '@utrecht/form-label-css/dist/index.css'
import '@utrecht/radio-button-css/dist/index.css'
import '@utrecht/select-css/dist/index.css'
import '@utrecht/textbox-css/dist/index.css'
import 'virtual:voorbeeld-tokens.css'
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './theme/stip.css'
import './base.css'
import './notices/skeleton.css'
