import { type Figure, formatValue } from './figure.js'

const BEGIN = '<!-- figures: written by scripts/write-figures.ts -->'
const END = '<!-- end of figures -->'

/** `page` with the table of `figures`, measured with `version`, in the place that its marks keep. @throws Error when it has none. */
export function withFigures(page: string, figures: readonly Figure[], version: string): string {
  const begin = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  if (begin < 0 || end < begin) throw new Error(`expected the marks ${BEGIN} and ${END}`)
  const table = figureTable(figures, version)
  return `${page.slice(0, begin + BEGIN.length)}\n${table}\n${page.slice(end)}`
}

/** The figures as Markdown, a table for each section. */
function figureTable(figures: readonly Figure[], version: string): string {
  const sections = [...new Set(figures.map(sectionOf))]
  const tables = sections.map((section) =>
    section === 'ablation'
      ? ablationTable(figures.filter((figure) => sectionOf(figure) === section))
      : [
          `### ${section}`,
          '',
          `| measured with ${version} | | counts | 95 % bound |`,
          '| --- | ---: | ---: | ---: |',
          ...figures
            .filter((figure) => sectionOf(figure) === section)
            .map((figure) => `| ${rowOf(figure, section).join(' | ')} |`),
        ].join('\n'),
  )
  return `\n${tables.join('\n\n')}\n`
}

/** What each part is worth: a row for each, a column for each figure. Names are `ablation/<part>/<figure>`. */
function ablationTable(figures: readonly Figure[]): string {
  const parts = [...new Set(figures.map(({ name }) => name.split('/')[1]!))]
  const columns = [...new Set(figures.map(({ name }) => name.split('/').slice(2).join('/')))]
  const cell = (part: string, column: string): string => {
    const figure = figures.find(({ name }) => name === `ablation/${part}/${column}`)
    return figure ? formatValue(figure.value, figure.unit) : ''
  }
  return [
    '### ablation',
    '',
    `| | ${columns.map((column) => column.replaceAll('/', ', ')).join(' | ')} |`,
    `| --- |${columns.map(() => ' ---: |').join('')}`,
    ...parts.map((part) => `| ${[part, ...columns.map((column) => cell(part, column))].join(' | ')} |`),
  ].join('\n')
}

function sectionOf({ name }: Figure): string {
  return name.split('/')[0]!
}

function rowOf(figure: Figure, section: string): string[] {
  const { name, value, count, total, unit, bound } = figure
  const counts = total === null ? '' : unit === 'count' ? `of ${total}` : `${count} of ${total}`
  const limit = bound ? `${bound.side === 'upper' ? '≤' : '≥'} ${formatValue(bound.value, unit)}` : ''
  const short = name.startsWith(`${section}/`) ? name.slice(section.length + 1) : name
  return [short.replaceAll('/', ', '), formatValue(value, unit), counts, limit]
}
