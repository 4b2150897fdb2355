import { colors } from '../means.ts'
import type { Typefaces } from '../means.ts'

/** How the page looks: ink on paper, on a screen and on a printer. */
export function style(typefaces: Typefaces): string {
  const faces = ([400, 600] as const).map((weight) => {
    const [file] = weight === 400 ? typefaces.regular : typefaces.bold
    if (file === undefined) return ''
    const source = `data:font/woff;base64,${Buffer.from(file).toString('base64')}`
    return `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:${weight};src:url(${source}) format('woff')}`
  })
  return `${faces.join('\n')}
:root{color-scheme:light}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:44rem;background:${colors.paper};color:${colors.ink};font:400 1.125rem/1.55 'Atkinson Hyperlegible Next',system-ui,sans-serif}
h1{font-size:2.5rem;line-height:1.15;margin:.25rem 0 .5rem}
h2{font-size:1.75rem;line-height:1.2;margin:3.5rem 0 1rem;border-top:2px solid ${colors.ink};padding-top:1rem}
h3{font-size:1.3rem;margin:2.25rem 0 .5rem}
h4{font-size:1.05rem;margin:1.5rem 0 .25rem}
h1,h2,h3,h4,th,strong,.label,.below{font-weight:600}
p{margin:.5rem 0}
.above,.label{color:${colors.accent}}
.below{font-size:1.3rem}
.small,dt,caption,figcaption,footer{color:${colors.muted};font-size:1rem}
dl div{display:flex;flex-wrap:wrap;gap:0 1rem}
dt{min-width:8rem}
dd{margin:0}
aside{margin:2rem 0;padding:1rem 1.25rem;border-left:.375rem solid ${colors.stip};background:#fff}
.sentence{margin:2rem 0;padding-left:1.25rem;border-left:.375rem solid ${colors.accent}}
.voice{border-left:.375rem dotted ${colors.stip}}
.words{font-size:1.6rem;line-height:1.35;margin:.25rem 0}
ul{padding-left:1.25rem}
li{margin:.5rem 0}
.wide{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid ${colors.line}}
thead th{border-bottom:2px solid ${colors.ink}}
tbody th{font-weight:400}
.number{text-align:right;padding-right:1.5rem}
.bar{display:inline-block;vertical-align:middle;width:4.5rem;height:.75rem;background:${colors.line}}
.bar span{display:block;height:100%;background:${colors.accent}}
figure{margin:1.5rem 0}
img{max-width:100%;height:auto;border:1px solid ${colors.line};background:#fff}
:focus-visible{outline:3px solid ${colors.accent};outline-offset:2px}
@media print{body{background:none;max-width:none;padding:0;font-size:11pt}h2{break-before:page;border:0}h2,h3,h4{break-after:avoid}.sentence,tr,figure,li{break-inside:avoid}}
`
}
