/** The outline of a form as a path, in its own box. */
export function formPath(form: string, w: number, h: number): string {
  switch (form) {
    case 'ellipse':
    case 'oval':
    case 'cloud':
      return `M0 ${h / 2}a${w / 2} ${h / 2} 0 1 0 ${w} 0a${w / 2} ${h / 2} 0 1 0 ${-w} 0z`
    case 'triangle':
      return `M${w / 2} 0L${w} ${h}H0z`
    case 'diamond':
      return `M${w / 2} 0L${w} ${h / 2}L${w / 2} ${h}L0 ${h / 2}z`
    default:
      return `M0 0H${w}V${h}H0z`
  }
}
