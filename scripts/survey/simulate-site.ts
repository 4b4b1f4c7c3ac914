import type { MarkedLine, Markup } from '../../src/core/markup.js'
import { titleKey } from '../../src/extract/titles.js'
import type { LabelledPage } from '../extraction/labelled-pages.js'
import { uniform } from '../simulate/uniform.js'

/** A page that never was: the furniture of one site round the article of another. */
export interface SimulatedPage {
  readonly id: string
  readonly url: string
  readonly text: string
  readonly markup: Markup | null
  /** Its article, and nothing that the site repeats. */
  readonly body: string
}

/** Where lines come from that vary from page to page, and those that the site's articles have in common. */
export interface Pools {
  /** Furniture by shape: fragments, phrases, sentences. */
  readonly furniture: readonly (readonly string[])[]
  /** Short lines that stand in the text of articles: subheads, items. */
  readonly subheads: readonly string[]
}

/** The pools that `pages` give. */
export function poolsOf(pages: readonly LabelledPage[]): Pools {
  const furniture: string[][] = [[], [], []]
  const subheads: string[] = []
  for (const { view, table, labels } of pages) {
    for (const [i, { start, end }] of view.segments.entries()) {
      const line = view.text.slice(start, end)
      if (labels[i] === 0 && !view.kinds[i]) furniture[table.shape[i]!]!.push(line)
      if (labels[i] === 1 && table.shape[i] === FRAGMENT && /^[A-Z][A-Za-z' ]{3,}$/.test(line))
        subheads.push(line)
    }
  }
  return { furniture, subheads }
}

const FRAGMENT = 0
const SENTENCE = 2
/**
 * Share of a site's furniture that stands on all its pages, by shape. On the 21 real sites of which the development set
 * has two or three pages, 0.65 to 0.91 of the fragments, 0.12 to 0.52 of the phrases and 0 to 0.6 of the sentences stand on
 * another page too, with what is left out below.
 */
const FIXED = [0.75, 0.4, 0.35]
/** Share of the pages on which a fixed line, and a varying one, is left out. */
const LEFT_OUT = { fixed: 0.1, varying: 0.2 }
/** Share of short lines in the text that are a subhead which the site's articles have in common: 0.2 on the real sites. */
const COMMON_SUBHEADS = 0.2
/** Share of the pages on which a site's prompt stands in the text, and a note of its own behind it, where it has them. */
const PROMPTED = 0.6
const NOTED = 0.7

interface Line {
  readonly text: string
  readonly breaks: number
  readonly marked: MarkedLine | null
  /** A value of `SHAPE`. */
  readonly shape: number
  readonly kind: string | null
  /** Drawn for the site: from 0 to 1, the fixed lines first. */
  readonly chance: number
}

/**
 * Pages of one site: the furniture of `host`, of which lines vary and are left out at random, round the titles and texts
 * of `donors`. A line of the text stands on one page only, but for some subheads. With `prompts`, a paragraph in the text
 * and one behind it, which are none of it, stand on most.
 */
export function simulateSite(
  host: LabelledPage,
  donors: readonly LabelledPage[],
  pools: Pools,
  { seed, prompts }: { readonly seed: string; readonly prompts: boolean },
): SimulatedPage[] {
  let drawn = 0
  const draw = () => uniform(seed, host.page.id, drawn++)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!
  const lines = linesOf(host, draw)
  const bodyPlaces = lines.flatMap((line, i) => (line === null ? [i] : []))
  const marks = host.view.segments.flatMap((_, i) => (isBody(host, i) ? [host.lines?.[i] ?? null] : []))
  const prompt = pick(pools.furniture[SENTENCE]!)
  const note = pick(pools.furniture[SENTENCE]!)
  const subheads = Array.from({ length: 5 }, () => pick(pools.subheads))
  const hostTitle = titleKey(host.page.title)

  return donors.map((donor, number) => {
    const page = openPage()
    const body = donor.view.segments.flatMap((segment, i) => (isBody(donor, i) ? [{ segment, i }] : []))
    const gold: string[] = []
    const growth = Math.log10(
      Math.max(1, sum(body.map(({ segment }) => segment.end - segment.start))) /
        Math.max(1, sum(marks.map((mark) => (mark ? mark.end - mark.start : 0)))),
    )
    const promptAt = prompts && draw() < PROMPTED ? Math.floor(draw() * body.length) : -1
    let given = 0
    const giveBody = (upTo: number) => {
      for (; given < upTo; given++) {
        const { segment, i } = body[given]!
        const mark = marks[given % Math.max(1, marks.length)] ?? null
        const moved = mark && {
          ...mark,
          siblings: Math.max(0, mark.siblings + growth),
          cousins: Math.max(0, mark.cousins + growth),
        }
        const isCommon = donor.table.shape[i] === FRAGMENT && draw() < COMMON_SUBHEADS
        const text = isCommon ? pick(subheads) : donor.view.text.slice(segment.start, segment.end)
        gold.push(text)
        page.add(text, segment.breaks, moved)
        if (given === promptAt) page.add(prompt, 2, moved)
      }
    }
    for (const [at, line] of lines.entries()) {
      if (line === null) {
        const share = (bodyPlaces.indexOf(at) + 1) / bodyPlaces.length
        giveBody(Math.round(share * body.length))
        if (share === 1 && prompts && draw() < NOTED) page.add(note, 2, marks.at(-1) ?? null)
        continue
      }
      const isFixed = line.kind !== null || line.chance < FIXED[line.shape]!
      if (titleKey(line.text) === hostTitle) page.add(donor.page.title, line.breaks, line.marked)
      else if (draw() < (line.kind ? 0 : isFixed ? LEFT_OUT.fixed : LEFT_OUT.varying)) continue
      else {
        const text = isFixed ? line.text : pick(pools.furniture[line.shape]!)
        page.add(
          text.replaceAll(/\d/g, () => String(Math.floor(draw() * 10))),
          line.breaks,
          line.marked,
        )
      }
    }
    const facts = host.page.markup && { ...host.page.markup.facts, titles: [donor.page.title] }
    return {
      id: `${host.page.id}-${number}`,
      url: `https://site-${host.page.id}.example/${number}`,
      text: page.text(),
      markup: facts && { lines: page.marked(), facts: { ...facts, url: null } },
      body: gold.join('\n'),
    }
  })
}

function isBody({ labels }: LabelledPage, i: number): boolean {
  return labels[i]! >= 0.5
}

/** The furniture of a page in its order; null for each line of its article. */
function linesOf(host: LabelledPage, draw: () => number): (Line | null)[] {
  return host.view.segments.map(({ start, end, breaks }, i) => {
    if (isBody(host, i)) return null
    return {
      text: host.view.text.slice(start, end),
      breaks,
      marked: host.lines?.[i] ?? null,
      shape: host.table.shape[i]!,
      kind: host.view.kinds[i] ?? null,
      chance: draw(),
    }
  })
}

function openPage() {
  let text = ''
  const marked: MarkedLine[] = []
  return {
    add(line: string, breaks: number, mark: MarkedLine | null): void {
      if (line === '') return
      text += text === '' ? '' : breaks > 1 ? '\n\n' : '\n'
      if (mark) marked.push({ ...mark, start: text.length, end: text.length + line.length })
      text += line
    },
    text: () => text,
    marked: () => marked,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
