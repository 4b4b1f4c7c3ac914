const names = (list: string) => new Set(list.split(' '))

/** Elements that stand on lines of their own; their tags are line breaks where they stand inside a line. */
export const BLOCK_NAMES: ReadonlySet<string> = names(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot ' +
    'thead title tr ul',
)

/** Elements inside a line; their tags leave nothing behind. */
export const INLINE_NAMES: ReadonlySet<string> = names(
  'a abbr acronym amp b bdi bdo big cite code data del dfn em font i iframe img input ins kbd label link mark meta ' +
    'noscript object picture q rp rt ruby s samp script small source span strike strong style sub sup svg time tt u ' +
    'var video wbr',
)

/** Elements whose names are words, so that a lone tag may be text: `<time>`, `<address>`. */
export const WORD_NAMES: ReadonlySet<string> = names(
  'address amp article aside big body center cite code data details dialog dir figure font footer form head header ' +
    'input label legend link main mark menu object picture section small source strike strong style summary table ' +
    'time title var video',
)

/** Cells of a table, which a space parts. */
export const CELL_NAMES: ReadonlySet<string> = names('td th')

/** Elements that are never closed. */
export const VOID_NAMES: ReadonlySet<string> = names('br hr img input link meta source wbr')

/** Elements whose content is not for readers. */
export const UNSEEN_NAMES: ReadonlySet<string> = names('script style noscript')
