let begun: Promise<Sharp> | undefined

/** What draws pictures. Most servers never get one, and it takes room. */
export function loadSharp(): Promise<Sharp> {
  begun ??= begin()
  return begun
}

async function begin(): Promise<Sharp> {
  const { default: drawing } = await import('sharp')
  // A photo takes up to 200 MB while it is drawn. One thread for each, and nothing is kept for later:
  // otherwise the memory of one evening of photos stays with the server.
  drawing.concurrency(1)
  drawing.cache(false)
  return drawing
}

type Sharp = (typeof import('sharp'))['default']
